package org.fourportals.portal.office;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Role;
import org.fourportals.casework.Alarm;
import org.fourportals.casework.Overdue;
import org.fourportals.casework.OverdueCase;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Page;
import org.fourportals.portal.casefile.CaseWords;
import org.fourportals.portal.kit.Cell;
import org.fourportals.portal.kit.Table;
import org.fourportals.portal.kit.Tag;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What runs out or is overdue, by department, the longest overdue first: for those who may act, their heads, and the city's supervision. */
@Controller("office.OverduePages")
@MayCall({Role.REVIEWER, Role.HEAD, Role.SUPERVISOR})
class OverduePages {

    private final Overdue overdue;
    private final OfficeWords words;
    private final CaseWords cases;
    private final CityTime time;

    OverduePages(Overdue overdue, OfficeWords words, CaseWords cases, CityTime time) {
        this.overdue = overdue;
        this.words = words;
        this.cases = cases;
        this.time = time;
    }

    @GetMapping("/office/overdue")
    String list(Page page, Actor actor, Model model) {
        Actor.Staff staff = (Actor.Staff) actor;
        List<OverdueCase> found = overdue.list(staff);
        model.addAttribute("late", found.stream().filter(each -> each.deadline().isBefore(time.today())).count());
        model.addAttribute("all", staff.is(Role.SUPERVISOR));
        model.addAttribute("parts", parts(page, staff, found));
        return "office/overdue";
    }

    /** The department first that has the case longest overdue; a case that several have to act on stands with each. */
    private List<OverduePart> parts(Page page, Actor.Staff staff, List<OverdueCase> found) {
        Map<String, List<OverdueCase>> by = new LinkedHashMap<>();
        for (OverdueCase each : found) {
            List<String> departments = staff.is(Role.SUPERVISOR) ? each.departments() : List.of(staff.department());
            departments.forEach(department -> by.computeIfAbsent(department, key -> new ArrayList<>()).add(each));
        }
        return by.entrySet().stream().map(entry -> new OverduePart(words.department(page, entry.getKey()), table(page, staff, entry.getValue()))).toList();
    }

    private Table table(Page page, Actor.Staff staff, List<OverdueCase> found) {
        return Table.of(page.t("overdue.caption", found.size()), List.of(Table.words(page.t("office.worklist.number")),
                Table.words(page.t("office.worklist.affair")), Table.words(page.t("overdue.state")), Table.words(page.t("office.worklist.due")),
                Table.words(page.t("office.worklist.left")), Table.words(page.t("overdue.told"))),
                found.stream().map(each -> row(page, staff, each)).toList());
    }

    /** The supervision sees that and how late, not what is in the case. */
    private List<Cell> row(Page page, Actor.Staff staff, OverdueCase each) {
        Cell number = staff.is(Role.SUPERVISOR) ? Cell.of(each.number()) : Cell.link(each.number(), page.url("/cases/" + each.id()));
        return List.of(number, Cell.of(words.affair(page, each.affair())), Cell.of(cases.state(page, each.state()).text()), Cell.of(page.date(each.deadline())),
                left(page, each.deadline()), Cell.of(told(page, each)));
    }

    private Cell left(Page page, LocalDate due) {
        if (due.isBefore(time.today())) {
            return Cell.status(new Tag(page.t("office.worklist.late", time.workingDays().between(due, time.today())), Tag.Tone.BAD));
        }
        return Cell.status(new Tag(due.equals(time.today()) ? page.t("office.worklist.today")
                : page.t("office.worklist.days", time.workingDays().between(time.today(), due)), Tag.Tone.YOURS));
    }

    private static String told(Page page, OverdueCase each) {
        return each.told().contains(Alarm.CITY) ? page.t("overdue.told.CITY") : each.told().contains(Alarm.HEAD) ? page.t("overdue.told.HEAD")
                : each.told().contains(Alarm.WARNED) ? page.t("overdue.told.WARNED") : "–";
    }
}
