package org.fourportals.portal.office;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.fourportals.audit.Restriction;
import org.fourportals.audit.Restrictions;
import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Role;
import org.fourportals.bureau.AskRestriction;
import org.fourportals.bureau.DecideRestriction;
import org.fourportals.bureau.LiftRestriction;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Flash;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Line;
import org.fourportals.portal.kit.Problem;
import org.fourportals.portal.kit.Tag;
import org.fourportals.sharing.Sharing;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Looks that are kept from whom they are about while a law says so: heads of departments ask, the data bureau decides, either ends it. */
@Controller("office.RestrictionPages")
@MayCall({Role.HEAD, Role.BUREAU})
class RestrictionPages {

    private static final int SHOWN_OF_NUMBER = 4;

    private final Restrictions restrictions;
    private final RestrictionActs acts;
    private final Sharing sharing;
    private final OfficeWords words;
    private final CityTime time;

    RestrictionPages(Restrictions restrictions, RestrictionActs acts, Sharing sharing, OfficeWords words, CityTime time) {
        this.restrictions = restrictions;
        this.acts = acts;
        this.sharing = sharing;
        this.words = words;
        this.time = time;
    }

    @GetMapping("/office/restrictions")
    String list(Page page, Actor actor, Model model) {
        return list(page, actor, model, TypedRestriction.NOTHING);
    }

    private String list(Page page, Actor actor, Model model, TypedRestriction typed) {
        Actor.Staff staff = (Actor.Staff) actor;
        model.addAttribute("shown", restrictions.list(staff.is(Role.BUREAU) ? null : staff.department()).stream().map(each -> shown(page, staff, each)).toList());
        model.addAttribute("asks", staff.is(Role.HEAD));
        model.addAttribute("typed", typed);
        model.addAttribute("key", UUID.randomUUID().toString());
        return "office/restrictions";
    }

    private ShownRestriction shown(Page page, Actor.Staff staff, Restriction each) {
        String number = sharing.findIdentifier(each.subject()).orElse("");
        boolean holds = each.holdsAt(time.now());
        List<Line> lines = new ArrayList<>(List.of(
                Line.of(page.t("restrictions.person"), "…" + number.substring(Math.max(0, number.length() - SHOWN_OF_NUMBER))),
                Line.of(page.t("restrictions.department"), words.department(page, each.department())),
                Line.of(page.t("restrictions.ground"), each.ground()),
                Line.of(page.t("restrictions.asked"), each.askedBy() + " · " + page.dateTime(each.askedAt())),
                Line.of(page.t("restrictions.until"), page.date(each.until()))));
        if (each.decidedAt() != null) {
            lines.add(Line.of(page.t("restrictions.decided"), each.decidedBy() + " · " + page.dateTime(each.decidedAt()), String.valueOf(each.words())));
        }
        if (each.endsAt() != null && !holds) {
            lines.add(Line.of(page.t("restrictions.ended"), page.dateTime(each.endsAt())));
        }
        return new ShownRestriction(each.id(), each.file(), tag(page, each, holds), lines, each.isOpen() && staff.is(Role.BUREAU), holds);
    }

    private static Tag tag(Page page, Restriction each, boolean holds) {
        return each.isOpen() ? new Tag(page.t("restrictions.open"), Tag.Tone.YOURS) : holds ? new Tag(page.t("restrictions.holds"), Tag.Tone.BUSY)
                : each.endsAt() == null ? new Tag(page.t("restrictions.refused"), Tag.Tone.BAD) : new Tag(page.t("restrictions.shown"), Tag.Tone.QUIET);
    }

    @PostMapping("/office/restrictions")
    @MayCall(Role.HEAD)
    String ask(Page page, Actor actor, Model model, @RequestParam(defaultValue = "") String residentId, @RequestParam(defaultValue = "") String file,
            @RequestParam(defaultValue = "") String ground, @RequestParam(name = "until-day", defaultValue = "") String day,
            @RequestParam(name = "until-month", defaultValue = "") String month, @RequestParam(name = "until-year", defaultValue = "") String year,
            @RequestParam UUID key, RedirectAttributes next) {
        Day until = new Day(day, month, year);
        LocalDate date = until.date();
        Problem wrong = date == null ? new Problem("until", page.t("restrictions.until.wrong"))
                : problem(page, acts.desk().perform(actor, acts.ask(), new AskRestriction.Request(residentId, file, ground, date), key));
        return wrong == null ? back(page, next, Flash.done("restrictions.asked.done"))
                : list(page, actor, model, new TypedRestriction(residentId, file, ground, until, List.of(wrong)));
    }

    private static @Nullable Problem problem(Page page, AskRestriction.Outcome outcome) {
        return switch (outcome) {
            case AskRestriction.Asked _ -> null;
            case AskRestriction.Unknown _ -> new Problem("residentId", page.t("restrictions.person.unknown"));
            case AskRestriction.WordsNeeded(String field, int most) -> new Problem(field, page.t("restrictions.words.needed", most));
            case AskRestriction.WrongDay(LocalDate from, LocalDate to) -> new Problem("until", page.t("restrictions.until.range", page.date(from), page.date(to)));
            case AskRestriction.AskedAlready _ -> new Problem("residentId", page.t("restrictions.asked.already"));
        };
    }

    @PostMapping("/office/restrictions/{id}/decide")
    @MayCall(Role.BUREAU)
    String decide(Page page, Actor actor, @PathVariable UUID id, @RequestParam String decision, @RequestParam(name = "words", defaultValue = "") String typed,
            @RequestParam UUID key, RedirectAttributes next) {
        return switch (acts.desk().perform(actor, acts.decide(), new DecideRestriction.Request(id, decision.equals("grant"), typed), key)) {
            case DecideRestriction.Decided(boolean granted) -> back(page, next, Flash.done(granted ? "restrictions.granted" : "restrictions.refused.done"));
            case DecideRestriction.DecidedAlready _ -> back(page, next, Flash.notice("restrictions.decided-already"));
            case DecideRestriction.OwnRequest _ -> back(page, next, Flash.notice("restrictions.own"));
            case DecideRestriction.Past _ -> back(page, next, Flash.notice("restrictions.past"));
            case DecideRestriction.WordsNeeded(int most) -> back(page, next, Flash.notice("restrictions.words.decision", String.valueOf(most)));
            case DecideRestriction.NotFound _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    @PostMapping("/office/restrictions/{id}/lift")
    String lift(Page page, Actor actor, @PathVariable UUID id, @RequestParam UUID key, RedirectAttributes next) {
        return switch (acts.desk().perform(actor, acts.lift(), new LiftRestriction.Request(id), key)) {
            case LiftRestriction.Lifted _ -> back(page, next, Flash.done("restrictions.lifted"));
            case LiftRestriction.NotInForce _ -> back(page, next, Flash.notice("restrictions.not-in-force"));
            case LiftRestriction.NotFound _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private static String back(Page page, RedirectAttributes next, Flash flash) {
        next.addFlashAttribute(Flash.ATTRIBUTE, flash);
        return "redirect:" + page.url("/restrictions");
    }
}
