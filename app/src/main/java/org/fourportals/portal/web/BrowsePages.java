package org.fourportals.portal.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.fourportals.base.Role;
import org.fourportals.catalogue.Affair;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.catalogue.Department;
import org.fourportals.catalogue.LifeEvent;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Cell;
import org.fourportals.portal.kit.Table;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** All affairs of the city, by what happens in life and by the department that is in charge. */
@Controller
@MayCall({Role.VISITOR, Role.RESIDENT, Role.CLERK, Role.REVIEWER, Role.HEAD, Role.SUPERVISOR, Role.BUREAU, Role.EDITOR, Role.OPERATOR, Role.DEVICE})
final class BrowsePages {

    private final Catalogue catalogue;
    private final AffairRows rows;
    private final HomeParts parts;

    BrowsePages(Catalogue catalogue, AffairRows rows, HomeParts parts) {
        this.catalogue = catalogue;
        this.rows = rows;
        this.parts = parts;
    }

    @GetMapping({"/events", "/m/events", "/kiosk/events", "/counter/events"})
    String events(Page page, Model model) {
        model.addAttribute("events", parts.events(page));
        return "web/events";
    }

    @GetMapping({"/events/{id}", "/m/events/{id}", "/kiosk/events/{id}", "/counter/events/{id}"})
    String event(Page page, @PathVariable String id, Model model) {
        LifeEvent event = catalogue.lifeEvents().stream().filter(e -> e.id().equals(id)).findFirst().orElseThrow(BrowsePages::missing);
        return list(model, page.t(event.name()), page.t("web.event.text"), "/events", rows.list(page, a -> a.lifeEvent().equals(id)));
    }

    @GetMapping({"/departments", "/m/departments", "/kiosk/departments", "/counter/departments"})
    String departments(Page page, Model model) {
        Map<String, Long> counts = catalogue.affairs().stream().collect(Collectors.groupingBy(Affair::department, Collectors.counting()));
        List<List<Cell>> lines = catalogue.departments().stream().sorted(Comparator.comparing((Department d) -> -counts.getOrDefault(d.id(), 0L)))
                .map(d -> List.of(Cell.link(page.t(d.name()), page.url("/departments/" + d.id())), Cell.of(level(page, d)),
                        Cell.of(counts.getOrDefault(d.id(), 0L)))).toList();
        model.addAttribute("table", Table.of(page.t("web.departments.title"), List.of(Table.words(page.t("web.department")),
                Table.words(page.t("web.department.level")), Table.numbers(page.t("web.department.affairs"))), lines).withoutCaption());
        model.addAttribute("count", lines.size());
        return "web/departments";
    }

    @GetMapping({"/departments/{id}", "/m/departments/{id}", "/kiosk/departments/{id}", "/counter/departments/{id}"})
    String department(Page page, @PathVariable String id, Model model) {
        Department department = catalogue.departments().stream().filter(d -> d.id().equals(id)).findFirst().orElseThrow(BrowsePages::missing);
        List<AffairRow> affairs = rows.list(page, a -> a.department().equals(id));
        String text = page.t(affairs.isEmpty() ? "web.department.none" : "web.department.text", affairs.size(), level(page, department));
        return list(model, page.t(department.name()), text, "/departments", affairs);
    }

    private static String list(Model model, String title, String text, String back, List<AffairRow> affairs) {
        model.addAttribute("title", title);
        model.addAttribute("text", text);
        model.addAttribute("back", back);
        model.addAttribute("affairs", affairs);
        return "web/affairs";
    }

    private static String level(Page page, Department department) {
        return page.t("web.level." + department.level().toLowerCase(Locale.ROOT));
    }

    static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
