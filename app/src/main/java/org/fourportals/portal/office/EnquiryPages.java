package org.fourportals.portal.office;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.fourportals.audit.AuditLog;
import org.fourportals.base.Actor;
import org.fourportals.base.Role;
import org.fourportals.bureau.AnswerEnquiry;
import org.fourportals.bureau.ReadEnquiries;
import org.fourportals.bureau.ReadEnquiry;
import org.fourportals.desk.Desk;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Flash;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Cell;
import org.fourportals.portal.kit.Line;
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

/** The data bureau answers residents who ask why somebody looked at their data. */
@Controller("office.EnquiryPages")
@MayCall(Role.BUREAU)
class EnquiryPages {

    private final ReadEnquiries enquiries;
    private final AnswerEnquiry answer;
    private final Desk desk;
    private final AuditLog audit;
    private final OfficeWords words;
    private final GrantWords grants;

    EnquiryPages(ReadEnquiries enquiries, AnswerEnquiry answer, Desk desk, AuditLog audit, OfficeWords words, GrantWords grants) {
        this.enquiries = enquiries;
        this.answer = answer;
        this.desk = desk;
        this.audit = audit;
        this.words = words;
        this.grants = grants;
    }

    @GetMapping("/office/enquiries")
    String list(Page page, Model model) {
        List<ReadEnquiry> open = enquiries.listOpen();
        model.addAttribute("table", open.isEmpty() ? null : Table.of(page.t("enquiries.title"), List.of(Table.words(page.t("enquiries.number")),
                Table.words(page.t("enquiries.asked")), Table.words(page.t("enquiries.due"))), open.stream().map(enquiry -> List.of(
                        Cell.link(enquiry.code(), page.url("/enquiries/" + enquiry.id())), Cell.of(page.dateTime(enquiry.askedAt())),
                        Cell.of(page.date(enquiry.due())))).toList()).withoutCaption());
        return "office/enquiries";
    }

    @GetMapping("/office/enquiries/{id}")
    String show(Page page, Actor actor, Model model, @PathVariable UUID id) {
        return show(page, actor, model, id, "", List.of());
    }

    private String show(Page page, Actor actor, Model model, UUID id, String typed, List<Problem> problems) {
        ReadEnquiry enquiry = enquiries.open((Actor.Staff) actor, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        AuditLog.Read read = audit.findRead(enquiry.entry()).map(AuditLog.About::read).orElseThrow();
        ReadEnquiry.Finding finding = enquiry.finding();
        List<Line> lines = new ArrayList<>(List.of(Line.of(page.t("enquiries.number"), enquiry.code()), Line.of(page.t("enquiries.says"), enquiry.words().isEmpty() ? "–" : enquiry.words()),
                Line.of(page.t("enquiries.due"), page.date(enquiry.due())), Line.of(page.t("enquiries.reader"), read.actorName() + (read.department() == null ? "" : " · " + words.department(page, read.department()))),
                Line.of(page.t("enquiries.when"), page.dateTime(read.at()) + " · " + page.t("web.portal." + read.portal().toLowerCase(Locale.ROOT))),
                Line.of(page.t("grants.for"), words.purpose(page, read.purpose())), Line.of(page.t("enquiries.case"), read.caseId() == null ? "–" : read.caseId().toString()),
                Line.of(page.t("grants.dataset"), words.dataset(page, read.dataset())), Line.of(page.t("grants.fields"), grants.fields(page, read.fields())),
                Line.of(page.t("enquiries.outcome"), page.t(read.outcome().equals("refused") ? "enquiries.refused" : "enquiries.read"))));
        if (finding != null) {
            lines.add(Line.of(page.t("enquiries.finding"), page.t("enquiries." + finding.name().toLowerCase(Locale.ROOT)), String.valueOf(enquiry.answer())));
        }
        model.addAttribute("id", id.toString());
        model.addAttribute("lines", lines);
        model.addAttribute("open", enquiry.isOpen());
        model.addAttribute("words", typed);
        model.addAttribute("problems", problems);
        model.addAttribute("key", UUID.randomUUID().toString());
        return "office/enquiry";
    }

    @PostMapping("/office/enquiries/{id}")
    String answer(Page page, Actor actor, Model model, @PathVariable UUID id, @RequestParam String finding, @RequestParam(name = "words", defaultValue = "") String typed,
            @RequestParam UUID key, RedirectAttributes next) {
        return switch (desk.perform(actor, answer, new AnswerEnquiry.Request(id, finding(finding), typed), key)) {
            case AnswerEnquiry.Answered _ -> back(page, next, Flash.done("enquiries.answered"));
            case AnswerEnquiry.AnsweredAlready _ -> back(page, next, Flash.notice("enquiries.answered-already"));
            case AnswerEnquiry.NotFound _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case AnswerEnquiry.WordsNeeded(int most) -> show(page, actor, model, id, typed, List.of(new Problem("words", page.t("enquiries.words.needed", most))));
        };
    }

    private static ReadEnquiry.Finding finding(String word) {
        return switch (word) {
            case "rightful" -> ReadEnquiry.Finding.RIGHTFUL;
            case "mistaken" -> ReadEnquiry.Finding.MISTAKEN;
            case "unlawful" -> ReadEnquiry.Finding.UNLAWFUL;
            default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        };
    }

    private static String back(Page page, RedirectAttributes next, Flash flash) {
        next.addFlashAttribute(Flash.ATTRIBUTE, flash);
        return "redirect:" + page.url("/enquiries");
    }
}
