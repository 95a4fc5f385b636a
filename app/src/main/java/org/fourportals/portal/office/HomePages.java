package org.fourportals.portal.office;

import java.util.ArrayList;
import java.util.List;

import org.fourportals.audit.AuditLog;
import org.fourportals.base.Actor;
import org.fourportals.base.Role;
import org.fourportals.bureau.FieldReports;
import org.fourportals.bureau.ReadEnquiries;
import org.fourportals.casework.Cases;
import org.fourportals.casework.Corrections;
import org.fourportals.casework.Overdue;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Tile;
import org.fourportals.search.Missed;
import org.fourportals.sharing.DataSetCounts;
import org.fourportals.sharing.GrantRequests;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where everybody in an office begins: what waits for her, in numbers that lead on. */
@Controller("office.HomePages")
@MayCall({Role.REVIEWER, Role.HEAD, Role.SUPERVISOR, Role.BUREAU, Role.EDITOR, Role.OPERATOR})
class HomePages {

    private static final int FIRST = 10;

    private final Cases cases;
    private final Catalogue catalogue;
    private final DataSetCounts counts;
    private final AuditLog audit;
    private final OfficeWords words;
    private final Waits waits;

    HomePages(Cases cases, Catalogue catalogue, DataSetCounts counts, AuditLog audit, OfficeWords words, Waits waits) {
        this.waits = waits;
        this.cases = cases;
        this.catalogue = catalogue;
        this.counts = counts;
        this.audit = audit;
        this.words = words;
    }

    /** What may wait for somebody beside cases. */
    @Component("office.HomePages.Waits")
    record Waits(Corrections corrections, FieldReports reports, Missed missed, GrantRequests grants, ReadEnquiries enquiries, Overdue overdue) {
    }

    @GetMapping("/office")
    String show(Page page, Actor actor, Model model) {
        Actor.Staff staff = (Actor.Staff) actor;
        List<Tile> tiles = new ArrayList<>();
        List<Cases.Waiting> waiting = staff.is(Role.REVIEWER) ? cases.worklist(staff) : List.of();
        if (staff.is(Role.REVIEWER)) {
            tiles.add(tile(page, "cases", waiting.size(), "office.home.waiting", "/worklist"));
            tiles.add(tile(page, "data", waits.corrections().listOpen(staff).size() + waits.reports().listOpen(staff).size(), "office.home.corrections", "/corrections"));
            tiles.add(tile(page, "warn", waiting.stream().filter(Cases.Waiting::isLate).count(), "office.home.late", "/worklist"));
        }
        if (staff.is(Role.REVIEWER) || staff.is(Role.HEAD) || staff.is(Role.SUPERVISOR)) {
            tiles.add(tile(page, "warn", waits.overdue().list(staff).size(), staff.is(Role.SUPERVISOR) ? "overdue.home.all" : "overdue.home", "/overdue"));
        }
        if (staff.is(Role.REVIEWER) || staff.is(Role.BUREAU)) {
            tiles.add(tile(page, "mandate", waits.grants().listOpen(staff).size(), "office.home.grants", "/grants"));
        }
        if (staff.is(Role.REVIEWER) || staff.is(Role.BUREAU)) {
            tiles.add(new Tile("info", page.t("bureau.instruments.title"), page.t("office.home.instruments"), page.url("/instruments")));
        }
        if (staff.is(Role.BUREAU)) {
            tiles.add(tile(page, "person", waits.enquiries().countOpen(), "office.home.enquiries", "/enquiries"));
            tiles.add(tile(page, "data", catalogue.datasets().size(), "office.home.datasets", "/datasets"));
            tiles.add(new Tile("check", page.t("bureau.quality.title"), page.t("office.home.quality"), page.url("/quality")));
            tiles.add(new Tile("done", page.t("bureau.plan.title"), page.t("office.home.plan"), page.url("/plan")));
            tiles.add(tile(page, "mark", counts.lastCounted().total(), "office.home.records", "/datasets"));
            tiles.add(tile(page, "eye", audit.countReads().stream().mapToLong(AuditLog.ReadCount::reads).sum(), "office.home.reads", "/reads"));
        }
        if (staff.is(Role.EDITOR) || staff.is(Role.BUREAU)) {
            tiles.add(tile(page, "catalogue", catalogue.affairs().size(), "office.home.affairs", "/affairs"));
            tiles.add(tile(page, "check", catalogue.affairs().stream().filter(a -> catalogue.findPlan(a.id()).isPresent()).count(),
                    "office.home.written", "/affairs?state=written"));
        }
        if (staff.is(Role.EDITOR)) {
            tiles.add(tile(page, "search", waits.missed().count(), "office.home.missed", "/missed"));
        }
        if (staff.is(Role.OPERATOR)) {
            tiles.add(new Tile("settings", page.t("office.home.operation"), page.t("office.home.operation.text"), page.url("/operation")));
            tiles.add(new Tile("lock", page.t("office.home.kiosks"), page.t("office.home.kiosks.text"), page.url("/kiosks")));
        }
        model.addAttribute("department", words.department(page, staff.department()));
        model.addAttribute("tiles", tiles);
        model.addAttribute("table", waiting.isEmpty() ? null : words.worklist(page, waiting.stream().limit(FIRST).toList()));
        return "office/home";
    }

    private static Tile tile(Page page, String icon, long number, String words, String path) {
        return new Tile(icon, "%,d".formatted(number), page.t(words), page.url(path));
    }
}
