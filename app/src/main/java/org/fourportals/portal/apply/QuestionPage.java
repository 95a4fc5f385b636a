package org.fourportals.portal.apply;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Role;
import org.fourportals.casework.AnswerQuestion;
import org.fourportals.casework.DraftOutcome;
import org.fourportals.casework.Progress.AnsweredQuestion;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.catalogue.AffairPlan.Asked;
import org.fourportals.circumstances.Standing;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Choice;
import org.fourportals.portal.kit.Field;
import org.fourportals.portal.kit.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One question of the interview: the one that is next, or one answered before, by the resident or by the city, to be changed. */
@Controller
@RequestMapping({"/apply/{id}/question/{question}", "/m/apply/{id}/question/{question}", "/kiosk/apply/{id}/question/{question}",
        "/counter/apply/{id}/question/{question}"})
@MayCall({Role.VISITOR, Role.RESIDENT, Role.CLERK})
final class QuestionPage {

    private static final String NONE = "none";

    private final Drafting drafting;
    private final Answers answers;
    private final Wording wording;
    private final AnswerQuestion answer;
    private final CityTime time;

    QuestionPage(Drafting drafting, Answers answers, Wording wording, AnswerQuestion answer, CityTime time) {
        this.drafting = drafting;
        this.answers = answers;
        this.wording = wording;
        this.answer = answer;
        this.time = time;
    }

    @GetMapping
    String show(Page page, Actor actor, HttpServletRequest request, Model model, @PathVariable UUID id, @PathVariable String question,
            @RequestParam(defaultValue = "") String from) {
        return drafting.open(page, actor, request, id, draft -> due(draft, question)
                .map(asked -> asked.things() == null ? page(draft, asked, model, given(draft, asked), from, null)
                        : things(draft, asked, model, TypedThings.kept(asked, String.join("", given(draft, asked))), from, List.of()))
                .orElseGet(() -> draft.to("")));
    }

    @PostMapping
    String answer(Page page, Actor actor, HttpServletRequest request, Model model, @PathVariable UUID id, @PathVariable String question,
            @RequestParam MultiValueMap<String, String> sent, @RequestParam(defaultValue = "") String from) {
        return drafting.open(page, actor, request, id, draft -> {
            Optional<Asked> asked = due(draft, question);
            if (asked.isEmpty()) {
                return draft.to("");
            }
            if (asked.get().things() != null) {
                return things(draft, actor, asked.get(), model, sent, from);
            }
            List<String> values = values(asked.get(), sent);
            boolean none = asked.get().kind() == AffairPlan.Kind.SEVERAL_OF && values.isEmpty();
            DraftOutcome outcome = none ? new DraftOutcome.NotAnAnswer(question)
                    : drafting.change(actor, answer, new AnswerQuestion.Request(id, question, values));
            if (outcome instanceof DraftOutcome.NotAnAnswer) {
                String fault = none ? page.t("apply.question.fault.several") : AnswerFault.of(draft, asked.get(), values, time.today());
                return page(draft, asked.get(), model, values, from, fault);
            }
            return from.equals("check") ? draft.to("/check") : draft.to("");
        });
    }

    /** Another thing and one less are only shown; the whole is kept once it is right. */
    private String things(Opened draft, Actor actor, Asked question, Model model, MultiValueMap<String, String> sent, String from) {
        TypedThings typed = TypedThings.sent(question, sent);
        Optional<TypedThings> changed = typed.changed(first(sent, "act"));
        if (changed.isPresent()) {
            return things(draft, question, model, changed.get(), from, List.of());
        }
        List<Problem> problems = typed.problems(draft.page(), AnswerFault.rule(draft, question));
        if (problems.isEmpty()) {
            List<String> values = List.of(typed.text());
            if (!(drafting.change(actor, answer, new AnswerQuestion.Request(draft.progress().about().id(), question.id(), values)) instanceof DraftOutcome.NotAnAnswer)) {
                return from.equals("check") ? draft.to("/check") : draft.to("");
            }
            problems = List.of(new Problem(null, AnswerFault.of(draft, question, values, time.today())));
        }
        return things(draft, question, model, typed, from, problems);
    }

    private String things(Opened draft, Asked question, Model model, TypedThings typed, String from, List<Problem> problems) {
        page(draft, question, model, List.of(), from, null);
        model.addAllAttributes(Map.of("things", typed.boxes(draft.page(), problems, AnswerFault.rule(draft, question)), "problems", problems));
        return "apply/things";
    }

    /** The question, if it is the next or was answered; any other is not this draft's turn. */
    private static Optional<Asked> due(Opened draft, String question) {
        boolean next = draft.progress().standing() instanceof Standing.Asking asking && asking.next().id().equals(question);
        boolean answered = draft.progress().asked().stream().anyMatch(a -> a.question().id().equals(question));
        return next || answered ? Optional.of(draft.plan().question(question)) : Optional.empty();
    }

    private static List<String> values(Asked question, MultiValueMap<String, String> sent) {
        if (question.kind() == AffairPlan.Kind.DATE) {
            return List.of(DayParts.typed(first(sent, "answer-year"), first(sent, "answer-month"), first(sent, "answer-day")).text());
        }
        List<String> values = sent.getOrDefault("answer", List.of());
        return question.kind() == AffairPlan.Kind.SEVERAL_OF ? values : values.stream().limit(1).toList();
    }

    private static String first(MultiValueMap<String, String> sent, String name) {
        return Optional.ofNullable(sent.getFirst(name)).orElse("");
    }

    private static List<String> given(Opened draft, Asked question) {
        return draft.progress().asked().stream().filter(a -> a.question().equals(question)).findFirst().map(AnsweredQuestion::answer)
                .map(text -> question.kind() != AffairPlan.Kind.SEVERAL_OF ? List.of(text)
                        : text.isEmpty() ? List.of(NONE) : Arrays.asList(text.split(","))).orElse(List.of());
    }

    private String page(Opened draft, Asked question, Model model, List<String> values, String from, @Nullable String fault) {
        Page page = draft.page();
        String value = values.isEmpty() ? null : values.getFirst();
        model.addAllAttributes(Map.of("draft", draft, "question", question, "chosen", values, "from", from.equals("check") ? from : "",
                "choices", choices(page, question), "back", back(draft, question, from), "lines", answers.all(draft, from)));
        model.addAttribute("field", Field.of("answer", page.t(question.ask())).asTitle()
                .hint(question.help() == null ? null : page.t(question.help())).value(value).error(fault));
        model.addAttribute("day", DayParts.of(value == null ? "" : value));
        model.addAttribute("further", draft.progress().standing() instanceof Standing.Asking asking ? asking.atMostFurther() : -1);
        model.addAttribute("known", known(draft, question));
        return "apply/question";
    }

    private @Nullable String known(Opened draft, Asked question) {
        return draft.progress().asked().stream().filter(a -> a.question().equals(question) && a.dataset() != null).findFirst()
                .map(a -> draft.page().t("apply.question.known", wording.source(draft.page(), String.valueOf(a.dataset())),
                        String.join(draft.page().t("apply.and"), wording.answer(draft.page(), question, a.answer())))).orElse(null);
    }

    static List<Choice> choices(Page page, Asked question) {
        List<Choice> choices = new ArrayList<>();
        if (question.kind() == AffairPlan.Kind.YES_NO) {
            choices.add(Choice.of("yes", page.t("apply.yes")));
            choices.add(Choice.of("no", page.t("apply.no")));
        }
        question.answers().forEach(a -> choices.add(Choice.of(a.id(), page.t(a.text())).hint(a.note() == null ? null : page.t(a.note()))));
        if (question.kind() == AffairPlan.Kind.SEVERAL_OF) {
            choices.add(Choice.of(NONE, page.t("apply.none-of-these")).excluding());
        }
        return choices;
    }

    /** The question she answered before this one; before the first, where she came from. */
    private static String back(Opened draft, Asked question, String from) {
        if (from.equals("check")) {
            return draft.url("/check");
        }
        if (draft.progress().isListed()) {
            return draft.url("/checklist");
        }
        int here = draft.plan().questions().indexOf(question);
        return draft.progress().asked().stream().filter(a -> a.dataset() == null && draft.plan().questions().indexOf(a.question()) < here)
                .reduce((first, later) -> later).map(a -> draft.question(a.question().id()))
                .orElseGet(() -> draft.page().url("/affairs/" + draft.plan().affair().id()));
    }
}
