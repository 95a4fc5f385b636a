package org.fourportals.portal.office;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;

import org.fourportals.base.CityTime;
import org.fourportals.base.Role;
import org.fourportals.casework.AnswerText;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.catalogue.AffairPlan.Asked;
import org.fourportals.catalogue.AffairPlan.Kind;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.circumstances.Facts;
import org.fourportals.circumstances.Section;
import org.fourportals.circumstances.Standing;
import org.fourportals.circumstances.condition.Answer;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * Lets an editor choose answers in any order: the checklist builds up, and each answer says how many circumstances it leaves. The answers
 * stand in the address, so that a circumstance can be sent to a colleague.
 */
@Controller("office.ExplorePage")
@MayCall({Role.EDITOR, Role.BUREAU})
class ExplorePage {

    private static final String PREFIX = "q.";
    private static final int LONGEST = 400;
    private static final int MOST_EXAMPLES = 40;

    private final Catalogue catalogue;
    private final ConditionWords words;
    private final CityTime time;

    ExplorePage(Catalogue catalogue, ConditionWords words, CityTime time) {
        this.catalogue = catalogue;
        this.words = words;
        this.time = time;
    }

    @GetMapping("/office/affairs/{id}/explore")
    String show(Page page, Model model, @PathVariable String id, @RequestParam Map<String, String> parameters) {
        AffairPlan plan = catalogue.findPlan(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        SequencedMap<String, String> given = given(plan, parameters);
        Facts facts = facts(plan, given);
        Map<String, String> invalid = plan.rules().invalid(facts);
        Facts sound = facts;
        for (String question : invalid.keySet()) {
            sound = sound.without(question);
        }
        Explorer explorer = new Explorer(page, plan, given, sound);
        model.addAttribute("name", page.t(plan.affair().name()));
        model.addAttribute("back", page.url("/affairs/" + id));
        model.addAttribute("clear", given.isEmpty() ? null : page.url("/affairs/" + id + "/explore"));
        model.addAttribute("left", number(plan.rules().remaining(sound, time.today())));
        model.addAttribute("all", number(plan.rules().counts().circumstances()));
        model.addAttribute("problems", invalid.entrySet().stream()
                .map(e -> page.t("office.explore.invalid", words.ask(page, plan, e.getKey()), e.getValue())).toList());
        model.addAttribute("questions", plan.questions().stream().map(explorer::question).toList());
        model.addAttribute("given", given);
        Standing standing = plan.rules().standing(sound, time.today());
        model.addAttribute("tone", standing.getClass().getSimpleName());
        model.addAttribute("outcome", outcome(page, plan, standing));
        List<String> certain = plan.rules().certain(Section.REQUIREMENT, sound, time.today());
        model.addAttribute("certain", names(page, plan, certain));
        model.addAttribute("possible", names(page, plan, plan.rules().possible(Section.REQUIREMENT, sound, time.today()).stream()
                .filter(r -> !certain.contains(r)).toList()));
        return "office/explore";
    }

    private static SequencedMap<String, String> given(AffairPlan plan, Map<String, String> parameters) {
        SequencedMap<String, String> given = new LinkedHashMap<>();
        for (Asked question : plan.questions()) {
            String value = parameters.getOrDefault(PREFIX + question.id(), "").strip();
            if (!value.isEmpty() && value.length() <= LONGEST) {
                given.put(question.id(), value);
            }
        }
        return given;
    }

    private static Facts facts(AffairPlan plan, Map<String, String> given) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        given.forEach((question, value) -> AnswerText.read(plan.question(question), List.of(value))
                .ifPresent(answer -> answers.put(question, answer)));
        return Facts.of(answers);
    }

    private String outcome(Page page, AffairPlan plan, Standing standing) {
        return switch (standing) {
            case Standing.Asking asking -> page.t("office.explore.asking", page.t(plan.question(asking.next().id()).ask()));
            case Standing.Listed(List<String> grounds, _) -> page.t("office.explore.listed", plan.grounds().stream()
                    .filter(g -> grounds.contains(g.id())).map(g -> page.t(g.name())).collect(Collectors.joining(page.t("office.condition.also"))));
            case Standing.Refused(List<String> refusals) -> page.t("office.explore.refused", plan.refusals().stream()
                    .filter(r -> refusals.contains(r.id())).map(r -> page.t(r.reason())).collect(Collectors.joining(" ")));
            case Standing.Impossible(String exclusion) -> page.t("office.explore.impossible", plan.exclusions().stream()
                    .filter(e -> e.id().equals(exclusion)).map(e -> page.t(e.because())).findFirst().orElse(""));
        };
    }

    private static List<String> names(Page page, AffairPlan plan, List<String> requirements) {
        return requirements.stream().map(r -> page.t(plan.requirement(r).name())).toList();
    }

    private static String number(BigInteger number) {
        return "%,d".formatted(number);
    }

    /** The questions of one affair beside the answers chosen. */
    private final class Explorer {

        private final Page page;
        private final AffairPlan plan;
        private final Map<String, String> given;
        private final Facts facts;

        Explorer(Page page, AffairPlan plan, Map<String, String> given, Facts facts) {
            this.page = page;
            this.plan = plan;
            this.given = given;
            this.facts = facts;
        }

        Explored question(Asked question) {
            List<String> values = switch (question.kind()) {
                case YES_NO -> List.of("yes", "no");
                case CHOICE -> question.answers().stream().map(AffairPlan.Choice::id).toList();
                case SEVERAL_OF -> several(question);
                case REPEATED -> plan.rules().examples(question.id()).stream().map(AnswerText::write).limit(MOST_EXAMPLES).toList();
                case NUMBER, MONEY, DATE -> List.of();
            };
            List<Explored.Option> options = new ArrayList<>(values.stream().map(value -> option(question, value)).toList());
            boolean typed = values.isEmpty();
            String chosen = given.get(question.id());
            if (typed && chosen != null) {
                options.add(new Explored.Option(page.t("office.explore.take-back", chosen), url(question.id(), ""), true, null, true));
            }
            return new Explored(question.id(), page.t(question.ask()), isAsked(question), chosen == null && !isAsked(question) ? List.of() : options,
                    typed ? chosen == null ? "" : chosen : null);
        }

        /** Whether it may be asked beside the answers chosen: an answer to a question that is not is dropped. */
        private boolean isAsked(Asked question) {
            String any = switch (question.kind()) {
                case YES_NO -> "yes";
                case CHOICE, SEVERAL_OF -> question.answers().getFirst().id();
                case NUMBER, MONEY -> String.valueOf(plan.rules().rules().questions().stream().filter(q -> q.id().equals(question.id()))
                        .findFirst().orElseThrow().min());
                case DATE -> time.today().toString();
                case REPEATED -> "none";
            };
            return AnswerText.read(question, List.of(any))
                    .map(answer -> plan.rules().normalise(facts.without(question.id()).with(question.id(), answer), time.today()).knows(question.id()))
                    .orElse(true);
        }

        /** Adding or taking back one answer at a time, and none of them. */
        private List<String> several(Asked question) {
            List<String> values = new ArrayList<>(question.answers().stream().map(AffairPlan.Choice::id).toList());
            values.add("none");
            return values;
        }

        private Explored.Option option(Asked question, String value) {
            String before = given.getOrDefault(question.id(), "");
            String after = question.kind() == Kind.SEVERAL_OF ? toggled(before, value) : before.equals(value) ? "" : value;
            boolean chosen = question.kind() == Kind.SEVERAL_OF ? List.of(before.split(",")).contains(value) : before.equals(value);
            BigInteger left = AnswerText.read(question, List.of(question.kind() == Kind.SEVERAL_OF && !after.isEmpty() ? after : value))
                    .map(answer -> plan.rules().remaining(facts.with(question.id(), answer), time.today())).orElse(BigInteger.ZERO);
            String label = question.kind() == Kind.YES_NO ? page.t(value.equals("yes") ? "office.condition.yes" : "office.condition.no")
                    : question.things() != null ? ConditionWords.things(page, question.things(), value)
                    : question.kind() == Kind.SEVERAL_OF && value.equals("none") ? page.t("office.explore.nothing")
                    : question.answers().stream().filter(a -> a.id().equals(value)).map(a -> page.t(a.text())).findFirst().orElse(value);
            boolean possible = left.signum() > 0;
            return new Explored.Option(label, url(question.id(), after), chosen,
                    possible ? page.t("office.explore.count", number(left)) : page.t("office.explore.never"), possible);
        }

        private static String toggled(String before, String value) {
            List<String> chosen = new ArrayList<>(before.isEmpty() ? List.of() : List.of(before.split(",")));
            if (!chosen.remove(value)) {
                if (value.equals("none")) {
                    chosen.clear();
                }
                chosen.remove("none");
                chosen.add(value);
            }
            return String.join(",", chosen);
        }

        private String url(String question, String value) {
            Map<String, String> next = new LinkedHashMap<>(given);
            next.remove(question);
            if (!value.isEmpty()) {
                next.put(question, value);
            }
            String query = next.entrySet().stream().map(e -> PREFIX + e.getKey() + "="
                    + java.net.URLEncoder.encode(e.getValue(), java.nio.charset.StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
            return page.url("/affairs/" + plan.affair().id() + "/explore") + (query.isEmpty() ? "" : "?" + query);
        }
    }
}
