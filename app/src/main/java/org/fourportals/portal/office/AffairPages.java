package org.fourportals.portal.office;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.fourportals.base.Actor;
import org.fourportals.base.Role;
import org.fourportals.casework.LastYear;
import org.fourportals.catalogue.Affair;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.catalogue.Editions;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Cell;
import org.fourportals.portal.kit.Choice;
import org.fourportals.portal.kit.Line;
import org.fourportals.portal.kit.Table;
import org.fourportals.portal.kit.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The catalogue as its editors see it: which affairs are written out, how many circumstances each has, and that they are proved. */
@Controller("office.AffairPages")
@MayCall({Role.EDITOR, Role.BUREAU})
class AffairPages {

    private static final int LONGEST = 160;

    private final Catalogue catalogue;
    private final OfficeWords words;
    private final PlanTables tables;
    private final Editions editions;
    private final LastYear lastYear;

    AffairPages(Catalogue catalogue, OfficeWords words, PlanTables tables, Editions editions, LastYear lastYear) {
        this.catalogue = catalogue;
        this.editions = editions;
        this.lastYear = lastYear;
        this.words = words;
        this.tables = tables;
    }

    @GetMapping("/office/affairs")
    String list(Page page, Model model, @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String department,
            @RequestParam(defaultValue = "") String state, @RequestParam(name = "page", defaultValue = "1") int number) {
        String query = q.strip().substring(0, Math.min(LONGEST, q.strip().length())).toLowerCase(Locale.ROOT);
        List<Affair> found = catalogue.affairs().stream().filter(a -> department.isEmpty() || a.department().equals(department))
                .filter(a -> state.isEmpty() || state.equals("written") == catalogue.findPlan(a.id()).isPresent())
                .filter(a -> (a.name().zh() + " " + a.name().en() + " " + a.id()).toLowerCase(Locale.ROOT).contains(query))
                .sorted(Comparator.comparing(a -> catalogue.findPlan(a.id()).isEmpty())).toList();
        long written = catalogue.affairs().stream().filter(a -> catalogue.findPlan(a.id()).isPresent()).count();
        BigInteger circumstances = catalogue.affairs().stream().map(a -> catalogue.proofs(a.id())).filter(Objects::nonNull)
                .map(Catalogue.Proofs::circumstances).reduce(BigInteger.ZERO, BigInteger::add);
        Slice<Affair> slice = Slice.of(found, number);
        Map<String, Tag> states = states(page);
        model.addAttribute("q", q);
        model.addAttribute("department", department);
        model.addAttribute("state", state);
        model.addAttribute("departments", catalogue.departments().stream().map(d -> Choice.of(d.id(), page.t(d.name()))).toList());
        model.addAttribute("states", List.of(Choice.of("written", page.t("office.affairs.written")),
                Choice.of("described", page.t("office.affairs.described"))));
        model.addAttribute("note", page.t("office.affairs.note", catalogue.affairs().size(), written, "%,d".formatted(circumstances)));
        model.addAttribute("found", found.size());
        model.addAttribute("pages", slice.pages());
        model.addAttribute("table", Table.of(page.t("office.affairs.title"), List.of(Table.words(page.t("office.affairs.name")),
                Table.words(page.t("office.department")), Table.words(page.t("office.affairs.state")),
                Table.numbers(page.t("office.affairs.circumstances")), Table.numbers(page.t("office.affairs.refused")),
                Table.numbers(page.t("office.affairs.no-paper")), Table.numbers(page.t("office.affairs.volume"))),
                slice.items().stream().map(a -> row(page, a, states)).toList()).withoutCaption());
        return "office/affairs";
    }

    private List<Cell> row(Page page, Affair affair, Map<String, Tag> states) {
        Cell name = Cell.link(page.t(affair.name()), page.url("/affairs/" + affair.id()));
        Cell department = Cell.of(words.department(page, affair.department()));
        Cell volume = Cell.of("%,d".formatted(lastYear.volume(affair.id())));
        AffairPlan plan = catalogue.findPlan(affair.id()).orElse(null);
        if (plan == null) {
            Tag described = new Tag(page.t("office.affairs.described"), Tag.Tone.QUIET);
            return List.of(name, department, Cell.status(states.getOrDefault(affair.id(), described)), Cell.of("–"), Cell.of("–"), Cell.of("–"), volume);
        }
        Catalogue.Proofs proofs = Catalogue.proofs(plan);
        Tag proved = new Tag(page.t("office.affairs.proved"), Tag.Tone.GOOD);
        return List.of(name, department, Cell.status(states.getOrDefault(affair.id(), proved)), Cell.of("%,d".formatted(proofs.circumstances())),
                Cell.of(percent(proofs.refusedShare())), Cell.of(percent(Catalogue.zeroUpload(plan).value())), volume);
    }

    /** Affairs that have a draft in the making or, without one, an edition still to come. */
    private Map<String, Tag> states(Page page) {
        Map<String, Tag> states = new HashMap<>();
        editions.coming().forEach(edition -> states.put(edition.affair(), new Tag(page.t("office.affairs.coming", page.date(edition.from())), Tag.Tone.BUSY)));
        editions.listDrafts().forEach(draft -> states.put(draft.affair(), new Tag(page.t("office.affairs.draft"), Tag.Tone.YOURS)));
        return states;
    }

    @GetMapping("/office/affairs/{id}")
    String show(Page page, Actor actor, Model model, @PathVariable String id) {
        Affair affair = catalogue.findAffair(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        AffairPlan plan = catalogue.findPlan(id).orElse(null);
        model.addAttribute("name", page.t(affair.name()));
        model.addAttribute("written", plan != null);
        model.addAttribute("facts", facts(page, affair, plan));
        model.addAttribute("proofs", plan == null ? null : proofs(page, plan));
        model.addAttribute("proved", plan == null ? List.of() : proved(page, plan));
        model.addAttribute("explore", plan == null ? null : page.url("/affairs/" + id + "/explore"));
        model.addAttribute("sheet", page.url("/affairs/" + id + "/circumstances"));
        model.addAttribute("picture", page.url("/affairs/" + id + "/picture"));
        model.addAttribute("edit", actor.is(Role.EDITOR) ? page.url("/affairs/" + id) : null);
        model.addAttribute("tables", plan == null ? List.of() : tables.of(page, plan));
        return "office/affair";
    }

    private List<Line> facts(Page page, Affair affair, @Nullable AffairPlan plan) {
        List<Line> lines = new ArrayList<>(List.of(Line.of(page.t("office.department"), words.department(page, affair.department())),
                Line.of(page.t("office.affair.days"), page.t("office.affair.days.text", affair.promisedDays(), affair.statutoryDays()))));
        if (plan == null) {
            lines.add(Line.of(page.t("office.affair.documents"), affair.usualDocuments().toArray(String[]::new)));
        } else {
            lines.add(Line.of(page.t("office.affair.plain"), page.t(plan.plain())));
            lines.add(Line.of(page.t("office.affair.result"), page.t(plan.result().name())));
            lines.add(Line.of(page.t("office.affair.laws"), plan.laws().stream().map(l -> page.t(l.name())).toArray(String[]::new)));
            lines.add(Line.of(page.t("office.affair.version"), plan.version()));
        }
        lines.add(Line.of(page.t("office.affairs.volume"), "%,d".formatted(lastYear.volume(affair.id()))));
        lines.add(Line.of(page.t("office.affair.shared"), affair.sharedDatasets().stream().map(d -> words.dataset(page, d)).toArray(String[]::new)));
        return lines;
    }

    private static List<Line> proofs(Page page, AffairPlan plan) {
        Catalogue.Proofs proofs = Catalogue.proofs(plan);
        List<Line> lines = new ArrayList<>(List.of(Line.of(page.t("office.affairs.circumstances"), "%,d".formatted(proofs.circumstances())),
                Line.of(page.t("office.affairs.accepted"), "%,d".formatted(proofs.accepted())),
                Line.of(page.t("office.affair.refused-share"), percent(proofs.refusedShare())),
                Line.of(page.t("office.affair.no-paper"), percent(Catalogue.zeroUpload(plan).value())),
                Line.of(page.t("office.affair.no-window"), percent(Catalogue.zeroWindow(plan).value()))));
        plan.rules().interviews().ifPresent(interviews -> {
            lines.add(Line.of(page.t("office.affair.longest"), String.valueOf(interviews.longest())));
            lines.add(Line.of(page.t("office.affair.average"), "%.1f".formatted(interviews.average())));
        });
        return lines;
    }

    /** The proof report of a published plan; every sentence was proved before it was published. */
    private static List<String> proved(Page page, AffairPlan plan) {
        return List.of(page.t("office.proof.ends", "%,d".formatted(Catalogue.proofs(plan).circumstances())),
                page.t("office.proof.questions", plan.questions().size()), page.t("office.proof.requirements", plan.requirements().size()),
                page.t("office.proof.refusals", plan.refusals().size(), plan.exclusions().size()),
                plan.isZeroWindow() ? page.t("office.proof.window") : page.t("office.proof.window.share", percent(Catalogue.zeroWindow(plan).value())));
    }

    private static String percent(double share) {
        return share > 0 && share < 0.0005 ? "<0.1%" : "%.1f%%".formatted(100 * share);
    }
}
