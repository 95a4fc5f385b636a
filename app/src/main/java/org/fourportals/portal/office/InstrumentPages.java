package org.fourportals.portal.office;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Role;
import org.fourportals.bureau.DecideInstrument;
import org.fourportals.bureau.EndInstrument;
import org.fourportals.bureau.Implementation;
import org.fourportals.bureau.Instrument;
import org.fourportals.bureau.Instrument.Version;
import org.fourportals.bureau.Instruments;
import org.fourportals.bureau.NoteImplementation;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Flash;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Cell;
import org.fourportals.portal.kit.Choice;
import org.fourportals.portal.kit.Problem;
import org.fourportals.portal.kit.Table;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Regulations, strategies, plans, standards and measures: what is laid down, by which rules it is executed and how far departments are. */
@Controller("office.InstrumentPages")
@MayCall({Role.BUREAU, Role.REVIEWER})
class InstrumentPages {

    private final Instruments instruments;
    private final InstrumentActs acts;
    private final InstrumentWords words;
    private final OfficeWords names;
    private final Catalogue catalogue;
    private final CityTime time;

    InstrumentPages(Instruments instruments, InstrumentActs acts, InstrumentWords words, OfficeWords names, Catalogue catalogue, CityTime time) {
        this.instruments = instruments;
        this.acts = acts;
        this.words = words;
        this.names = names;
        this.catalogue = catalogue;
        this.time = time;
    }

    @GetMapping("/office/instruments")
    String list(Page page, Actor actor, Model model, @RequestParam(defaultValue = "") String kind) {
        Actor.Staff staff = (Actor.Staff) actor;
        List<Instrument> all = instruments.list(staff).stream().filter(each -> kind.isEmpty() || each.kind().name().equals(kind)).toList();
        model.addAttribute("drafts", staff.is(Role.BUREAU));
        model.addAttribute("kind", kind);
        model.addAttribute("kinds", words.kinds(page));
        model.addAttribute("table", all.isEmpty() ? null : Table.of(page.t("bureau.instruments.title"), List.of(Table.words(page.t("bureau.instruments.name")),
                Table.words(page.t("bureau.instruments.kind")), Table.numbers(page.t("bureau.instruments.version")), Table.words(page.t("grants.state")),
                Table.words(page.t("bureau.instruments.force")), Table.numbers(page.t("bureau.instruments.implemented"))),
                all.stream().map(each -> row(page, each)).toList()).withoutCaption());
        return "office/instruments";
    }

    private List<Cell> row(Page page, Instrument each) {
        Version version = each.findDraft().or(() -> each.findInForce(time.today())).orElse(each.newest());
        long done = instruments.listImplementations(each.id()).stream().filter(noted -> noted.state() == Implementation.State.IMPLEMENTED).count();
        LocalDate from = version.from();
        return List.of(Cell.link(page.t(version.words().title()), page.url("/instruments/" + each.id())), Cell.of(words.kind(page, each.kind())),
                Cell.of(version.number()), Cell.status(words.standing(page, each, version)), Cell.of(from == null ? "–" : page.date(from)), Cell.of(done));
    }

    @GetMapping("/office/instruments/{id}")
    String show(Page page, Actor actor, Model model, @PathVariable UUID id, @RequestParam(defaultValue = "0") int version) {
        return show(page, (Actor.Staff) actor, model, id, version, new Typed("", Day.NONE, Day.NONE), List.of());
    }

    /** What was typed into the form that was refused. */
    private record Typed(String text, Day from, Day until) {
    }

    private String show(Page page, Actor.Staff staff, Model model, UUID id, int number, Typed typed, List<Problem> problems) {
        Instrument instrument = instruments.find(staff, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Optional<Version> asked = instrument.versions().stream().filter(each -> each.number() == number).findFirst();
        Version version = asked.or(instrument::findDraft).or(() -> instrument.findInForce(time.today())).orElse(instrument.newest());
        Instrument.Standing standing = instruments.standing(instrument, version);
        boolean bureau = staff.is(Role.BUREAU);
        boolean own = version.drafted().who().equals(staff.username());
        model.addAttribute("id", id.toString());
        model.addAttribute("version", version);
        model.addAttribute("kind", words.kind(page, instrument.kind()));
        model.addAttribute("tag", words.standing(page, instrument, version));
        model.addAttribute("course", words.course(page, version));
        model.addAttribute("links", words.links(page, version));
        model.addAttribute("versions", instrument.versions().size() < 2 ? null : versions(page, instrument));
        model.addAttribute("implementations", words.implementations(page, page.t("bureau.instruments.departments"), instruments.listImplementations(id)));
        model.addAttribute("notes", words.implementations(page, page.t("bureau.instruments.notes"), instruments.listNotes(id)));
        model.addAttribute("mayDraft", bureau && (version.stage() != Instrument.Stage.APPROVED || instrument.findDraft().isEmpty()));
        model.addAttribute("mayReview", bureau && !own && version.stage() == Instrument.Stage.DRAFT);
        model.addAttribute("mayApprove", bureau && !own && version.stage() == Instrument.Stage.REVIEWED);
        model.addAttribute("waits", bureau && own && version.stage() != Instrument.Stage.APPROVED);
        model.addAttribute("mayEnd", bureau && standing == Instrument.Standing.IN_FORCE);
        model.addAttribute("mayNote", instrument.versions().stream().anyMatch(each -> each.stage() == Instrument.Stage.APPROVED));
        model.addAttribute("departments", bureau ? catalogue.departments().stream().map(each -> Choice.of(each.id(), page.t(each.name()))).toList()
                : List.of(Choice.of(staff.department(), names.department(page, staff.department()))));
        model.addAttribute("department", staff.department());
        model.addAttribute("states", words.states(page));
        model.addAttribute("from", typed.from);
        model.addAttribute("until", typed.until);
        model.addAttribute("typed", typed.text);
        model.addAttribute("problems", problems);
        model.addAttribute("key", UUID.randomUUID().toString());
        return "office/instrument";
    }

    private Table versions(Page page, Instrument instrument) {
        return Table.of(page.t("bureau.instruments.versions"), List.of(Table.words(page.t("bureau.instruments.version")), Table.words(page.t("bureau.instruments.name")),
                Table.words(page.t("grants.state"))), instrument.versions().stream().map(each -> List.of(
                        Cell.link(String.valueOf(each.number()), page.url("/instruments/" + instrument.id()) + "?version=" + each.number()),
                        Cell.of(page.t(each.words().title())), Cell.status(words.standing(page, instrument, each)))).toList());
    }

    /** The language switch of a form shown again leads here. */
    @GetMapping({"/office/instruments/{id}/decision", "/office/instruments/{id}/end", "/office/instruments/{id}/implementation"})
    String again(Page page, @PathVariable UUID id) {
        return "redirect:" + page.url("/instruments/" + id);
    }

    @MayCall(Role.BUREAU)
    @PostMapping("/office/instruments/{id}/decision")
    String decide(Page page, Actor actor, Model model, @PathVariable UUID id, @RequestParam int revision, @RequestParam String decision,
            @RequestParam(defaultValue = "") String reason, Period period, @RequestParam UUID key, RedirectAttributes next) {
        DecideInstrument.Decision what = switch (decision) {
            case "agree" -> new DecideInstrument.Agree();
            case "send-back" -> new DecideInstrument.SendBack(reason);
            case "approve" -> period.isRead() ? new DecideInstrument.Approve(period.first(), period.last()) : new DecideInstrument.Approve(LocalDate.MIN, null);
            default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        };
        return switch (acts.desk().perform(actor, acts.decide(), new DecideInstrument.Request(id, revision, what), key)) {
            case DecideInstrument.Decided _ -> back(page, id, next, Flash.done("bureau.instruments.done." + decision));
            case DecideInstrument.NotFound _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case DecideInstrument.OwnDraft _ -> back(page, id, next, Flash.notice("bureau.instruments.own"));
            case DecideInstrument.ChangedMeanwhile _ -> back(page, id, next, Flash.notice("bureau.instruments.changed"));
            case DecideInstrument.ReviewFirst _ -> back(page, id, next, Flash.notice("bureau.instruments.review-first"));
            case DecideInstrument.ReasonNeeded(int most) -> show(page, (Actor.Staff) actor, model, id, 0, new Typed(reason, period.from(), period.until()),
                    List.of(new Problem("reason", page.t("bureau.instruments.reason-needed", most))));
            case DecideInstrument.DaysWrong _ -> show(page, (Actor.Staff) actor, model, id, 0, new Typed(reason, period.from(), period.until()),
                    List.of(new Problem("from", page.t("bureau.instruments.days-wrong"))));
        };
    }

    @MayCall(Role.BUREAU)
    @PostMapping("/office/instruments/{id}/end")
    String end(Page page, Actor actor, Model model, @PathVariable UUID id, @RequestParam(name = "end-reason", defaultValue = "") String reason, Period period, @RequestParam UUID key,
            RedirectAttributes next) {
        LocalDate last = period.until().date();
        return switch (acts.desk().perform(actor, acts.end(), new EndInstrument.Request(id, last == null ? LocalDate.MIN : last, reason), key)) {
            case EndInstrument.Ended _ -> back(page, id, next, Flash.done("bureau.instruments.done.end"));
            case EndInstrument.NotFound _ -> back(page, id, next, Flash.notice("bureau.instruments.not-in-force"));
            case EndInstrument.DayWrong _ -> show(page, (Actor.Staff) actor, model, id, 0, new Typed(reason, period.from(), period.until()),
                    List.of(new Problem("until", page.t("bureau.instruments.day-wrong"))));
            case EndInstrument.ReasonNeeded(int most) -> show(page, (Actor.Staff) actor, model, id, 0, new Typed(reason, period.from(), period.until()),
                    List.of(new Problem("end-reason", page.t("bureau.instruments.reason-needed", most))));
        };
    }

    @PostMapping("/office/instruments/{id}/implementation")
    String note(Page page, Actor actor, Model model, @PathVariable UUID id, @RequestParam String department, @RequestParam String state,
            @RequestParam(defaultValue = "") String note, @RequestParam UUID key, RedirectAttributes next) {
        Implementation.State how = List.of(Implementation.State.values()).stream().filter(each -> each.name().equals(state)).findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        return switch (acts.desk().perform(actor, acts.note(), new NoteImplementation.Request(id, department, how, note), key)) {
            case NoteImplementation.Noted _ -> back(page, id, next, Flash.done("bureau.instruments.done.note"));
            case NoteImplementation.NotFound _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case NoteImplementation.NotYours _ -> throw new ResponseStatusException(HttpStatus.FORBIDDEN);
            case NoteImplementation.NoteTooLong(int most) -> show(page, (Actor.Staff) actor, model, id, 0, new Typed(note, Day.NONE, Day.NONE),
                    List.of(new Problem("note", page.t("bureau.instruments.note-too-long", most))));
        };
    }

    private static String back(Page page, UUID id, RedirectAttributes next, Flash flash) {
        next.addFlashAttribute(Flash.ATTRIBUTE, flash);
        return "redirect:" + page.url("/instruments/" + id);
    }
}
