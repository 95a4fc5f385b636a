package org.fourportals.portal.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Role;
import org.fourportals.base.Uuid7;
import org.fourportals.casework.Interview;
import org.fourportals.casework.Progress;
import org.fourportals.casework.SubmitCase;
import org.fourportals.desk.Desk;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Flash;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Line;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Everything once more before it is handed in, each with a way to change it; then hands it in, once however often it is sent. */
@Controller
@RequestMapping({"/apply/{id}", "/m/apply/{id}", "/kiosk/apply/{id}", "/counter/apply/{id}"})
@MayCall({Role.RESIDENT, Role.CLERK})
final class CheckPage {

    private final Drafting drafting;
    private final Answers answers;
    private final Papers papers;
    private final Interview interview;
    private final SubmitCase submit;
    private final Desk desk;
    private final CityTime time;

    CheckPage(Drafting drafting, Answers answers, Papers papers, Interview interview, SubmitCase submit, Desk desk, CityTime time) {
        this.drafting = drafting;
        this.answers = answers;
        this.papers = papers;
        this.interview = interview;
        this.submit = submit;
        this.desk = desk;
        this.time = time;
    }

    @GetMapping("/check")
    String show(Page page, Actor actor, HttpServletRequest request, Model model, RedirectAttributes next, @PathVariable UUID id) {
        return drafting.openListed(page, actor, request, id, draft -> {
            Progress progress = draft.progress();
            if (!progress.isComplete()) {
                return open(draft, next, !progress.missing().isEmpty());
            }
            model.addAttribute("draft", draft);
            model.addAttribute("answers", answers.all(draft, "check"));
            model.addAttribute("papers", progress.checklist().stream().map(line -> paper(draft, line)).toList());
            model.addAttribute("form", sections(draft));
            model.addAttribute("fee", ChecklistPage.fee(draft, time));
            model.addAttribute("instant", interview.isInstant(progress));
            model.addAttribute("contradicted", !interview.contradictions(draft.draft()).isEmpty());
            model.addAttribute("key", Uuid7.next(time.clock()).toString());
            return "apply/check";
        });
    }

    @PostMapping("/submit")
    String submit(Page page, Actor actor, HttpServletRequest request, RedirectAttributes next, @PathVariable UUID id,
            @RequestParam(defaultValue = "") String key) {
        SubmitCase.Request wanted = new SubmitCase.Request(id);
        Optional<UUID> given = uuid(key);
        SubmitCase.Result result = given.isPresent() ? desk.perform(actor, submit, wanted, given.get()) : desk.perform(actor, submit, wanted);
        if (result instanceof SubmitCase.Incomplete || result instanceof SubmitCase.NotAcceptable) {
            drafting.refresh(actor, id); // newer records refused it: show what they say
        }
        return switch (result) {
            case SubmitCase.Submitted submitted -> receipt(page, submitted.caseId());
            case SubmitCase.AlreadySubmitted before -> receipt(page, before.caseId());
            case SubmitCase.NotAcceptable refused -> "redirect:" + page.url("/apply/" + id + "/outcome");
            case SubmitCase.NotFound none -> throw new DraftGone();
            case SubmitCase.Incomplete missing when missing.questions().isEmpty() ->
                    drafting.openListed(page, actor, request, id, draft -> open(draft, next, !missing.requirements().isEmpty()));
            case SubmitCase.Incomplete missing -> {
                next.addFlashAttribute(Flash.ATTRIBUTE, Flash.notice("apply.check.questions-open"));
                yield "redirect:" + page.url("/apply/" + id);
            }
        };
    }

    /** To the first step that is not done, with a sentence that says so. */
    private static String open(Opened draft, RedirectAttributes next, boolean papers) {
        next.addFlashAttribute(Flash.ATTRIBUTE, Flash.notice(papers ? "apply.check.papers-open" : "apply.check.fields-open"));
        return draft.to(papers ? "/checklist" : "/form?check=yes");
    }

    private static String receipt(Page page, UUID id) {
        return "redirect:" + page.url((page.at(org.fourportals.base.Portal.COUNTER) ? "/apply/" : "/cases/") + id + "/receipt");
    }

    private static Optional<UUID> uuid(String key) {
        try {
            return Optional.of(UUID.fromString(key));
        } catch (IllegalArgumentException noKey) {
            return Optional.empty();
        }
    }

    private Line paper(Opened draft, Progress.Line line) {
        return Line.of(draft.page().t(line.requirement().name()), papers.whence(draft.page(), line.atHand()))
                .change(draft.url("/evidence/" + line.requirement().id()));
    }

    private List<CheckSection> sections(Opened draft) {
        List<CheckSection> sections = new ArrayList<>();
        for (var section : draft.plan().form()) {
            List<Line> lines = draft.progress().form().stream().filter(f -> section.fields().contains(f.field())).map(f -> field(draft, f)).toList();
            if (!lines.isEmpty()) {
                sections.add(new CheckSection(draft.page().t(section.title()), lines));
            }
        }
        return sections;
    }

    private Line field(Opened draft, Progress.FieldLine line) {
        String value = papers.wording().value(draft.page(), line.field(), line.value());
        Line shown = value.isEmpty() ? Line.of(draft.page().t(line.field().label())) : Line.of(draft.page().t(line.field().label()), value);
        return shown.from(line.filled() && line.field().fill() != null ? papers.wording().source(draft.page(), line.field().fill().dataset()) : null)
                .change(draft.url("/form") + "?from=check" + (line.filled() ? "&own=" + line.field().id() : "") + "#" + line.field().id());
    }
}
