package org.fourportals.benchmarks.assistant;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fourportals.assistant.Answer;
import org.fourportals.assistant.Answer.Meant;
import org.fourportals.assistant.Assistant;
import org.fourportals.base.Actor;
import org.fourportals.base.Language;
import org.fourportals.base.Text;
import org.fourportals.benchmarks.Benchmark;
import org.fourportals.benchmarks.Figure;
import org.fourportals.benchmarks.Options;
import org.fourportals.benchmarks.Results;
import org.fourportals.catalogue.Affair;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.catalogue.CatalogueReader;
import org.fourportals.meaning.Vectors;
import org.fourportals.search.Search;

/** Asks the assistant the questions of a file, each on its page: what it did, a line for each language, kind and miss, and how long it took. */
public final class AssistantBench implements Benchmark {

    private static final String QUESTIONS = "app/src/test/resources/assistant/dev-questions.tsv";

    @Override
    public String name() {
        return "assistant";
    }

    @Override
    public String help() {
        return """
                bench assistant [--questions FILE]
                  Asks the questions of FILE (tab-separated: page, lang, question, expect; affair:ID, go:TARGET, fact:ID:FIELD or refuse)
                  without a model that writes, and prints every miss and how long the first words took.""";
    }

    private record Asked(Questions.Question question, Answer answer, boolean right, double millis) {

        boolean isRefusal() {
            return question.kind().equals("refuse");
        }
    }

    @Override
    public void run(Options options, Results results) throws Exception {
        options.allow("questions");
        List<Questions.Question> questions = Questions.read(Path.of(options.value("questions", QUESTIONS)));
        CatalogueReader.Reading reading = CatalogueReader.read(Path.of("catalogue"));
        Path vectors = Path.of("benchmarks", "target", "vectors");
        Assistant assistant = Assistant.over(reading, Search.over(reading, vectors), new Vectors(vectors), LocalDate.now());
        questions.forEach(question -> ask(assistant, reading, question));
        List<Asked> asked = questions.stream().map(question -> ask(assistant, reading, question)).toList();
        List<Asked> answerable = asked.stream().filter(a -> !a.isRefusal()).toList();
        List<Asked> refusals = asked.stream().filter(Asked::isRefusal).toList();
        if (!answerable.isEmpty()) {
            results.add(Figure.of("right", share(answerable), "share"));
        }
        if (!refusals.isEmpty()) {
            results.add(Figure.of("refused-right", share(refusals), "share"));
        }
        Map<String, List<Asked>> groups = asked.stream().collect(Collectors.groupingBy(a -> a.question.language() + "." + a.question.kind(), TreeMap::new, Collectors.toList()));
        groups.forEach((group, of) -> results.add(Figure.of((group.endsWith("refuse") ? "refused-right." : "right.") + group, share(of), "share")));
        asked.stream().filter(a -> !a.right).forEach(a -> results.say("miss\t" + a.question.page() + "\t" + a.question.text() + "\t" + a.question.expected() + "\t" + meant(a.answer)));
        List<Double> millis = new ArrayList<>(asked.stream().map(Asked::millis).toList());
        millis.sort(Comparator.naturalOrder());
        results.add(Figure.of("first-words-millis", millis.get((int) (millis.size() * 0.99)), "ms"));
        results.add(Figure.of("first-words-millis.p50", millis.get(millis.size() / 2), "ms"));
    }

    private static double share(List<Asked> of) {
        return of.stream().filter(Asked::right).count() / (double) of.size();
    }

    private static Asked ask(Assistant assistant, CatalogueReader.Reading reading, Questions.Question question) {
        long begun = System.nanoTime();
        Answer answer = assistant.answer(new Actor.Visitor(question.place().portal(), null), question.place(), question.text());
        double millis = (System.nanoTime() - begun) / 1e6;
        return new Asked(question, answer, isRight(reading, question, answer), millis);
    }

    private static boolean isRight(CatalogueReader.Reading reading, Questions.Question question, Answer answer) {
        return question.expected().equals(meant(answer)) && (!(answer.meant() instanceof Meant.Fact fact) || states(reading, fact, answer));
    }

    /** What it did, in the words of the table. */
    private static String meant(Answer answer) {
        return switch (answer.meant()) {
            case Meant.Wanted wanted -> "affair:" + wanted.affair();
            case Meant.Fact fact -> "fact:" + fact.affair() + ":" + fact.field().name().toLowerCase(Locale.ROOT);
            case Meant.Supposed supposed -> "what-if:" + supposed.affair() + ":" + supposed.question() + "=" + supposed.answer();
            case Meant.Led led -> "go:" + led.target().id();
            case Meant.Declined _ -> "refuse";
            case Meant.Pleasantry pleasantry -> "say:" + pleasantry.kind();
            case Meant.Unsure _ -> "unsure";
        };
    }

    /** Whether what is said holds the field's value as the catalogue has it. */
    private static boolean states(CatalogueReader.Reading reading, Meant.Fact fact, Answer answer) {
        Affair affair = Objects.requireNonNull(reading.city().affairs().get(fact.affair()));
        AffairPlan plan = Objects.requireNonNull(reading.plans().get(fact.affair()));
        String said = answer.says().stream().map(text -> text.in(Language.EN)).collect(Collectors.joining(" "));
        return switch (fact.field()) {
            case PROMISED_WORKING_DAYS -> said.contains(affair.promisedDays() == 0 ? "at once" : affair.promisedDays() + " working days");
            case DEPARTMENT -> said.contains(Objects.requireNonNull(reading.city().departments().get(affair.department())).name().en());
            case ZERO_WINDOW -> plan.isZeroWindow() == (said.contains("No window is needed") || said.contains("need not come to a window"));
            case USUAL_DOCUMENTS -> plan.requirements().stream().map(AffairPlan.Requirement::name).map(Text::en).allMatch(said::contains);
            case RESULT -> said.contains(plan.result().name().en());
            case FEE, AUDIENCE, LAWS, WHY, WHAT_IS -> true;
        };
    }
}
