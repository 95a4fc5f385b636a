package org.fourportals.benchmarks.circumstances;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.fourportals.benchmarks.Benchmark;
import org.fourportals.benchmarks.Figure;
import org.fourportals.benchmarks.Options;
import org.fourportals.benchmarks.Results;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.catalogue.CatalogueReader;
import org.fourportals.circumstances.AffairRules;
import org.fourportals.circumstances.Circumstances;
import org.fourportals.circumstances.Compilation;
import org.fourportals.circumstances.CompiledAffair;
import org.fourportals.circumstances.Facts;
import org.fourportals.circumstances.Section;
import org.fourportals.circumstances.Standing;
import org.fourportals.circumstances.condition.Answer;
import org.fourportals.circumstances.dmn.DmnModel;

/** The engine of circumstances beside other rule engines on the same rules, its next question, and its proofs. */
public final class CircumstancesBench implements Benchmark {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final int CIRCUMSTANCES = 256;

    @Override
    public String name() {
        return "circumstances";
    }

    @Override
    public String help() {
        return """
                circumstances   evaluations a second of 60 rules over 10 inputs, and of a real affair: ours beside KIE DMN,
                                Camunda and Operaton DMN, Drools and a bitset written by hand, whose results are compared
                                first; the next question of an interview; compiling and proving the catalogue
                    --full           longer turns; KIE on every circumstance of each affair with at most 10,000, and on 10,000
                                     of each larger; writes benchmarks/results/circumstances.json
                    --affair ID      the real affair (food-business-licence)
                    --catalogue DIR  the catalogue (catalogue)
                    --seed N         of the sample rules (1)""";
    }

    @Override
    public void run(Options options, Results results) throws Exception {
        options.allow("affair", "catalogue", "seed");
        long seed = options.number("seed", 1);
        String affair = options.value("affair", "food-business-licence");
        Path catalogue = Path.of(options.value("catalogue", "catalogue"));
        if (!Files.isDirectory(catalogue)) {
            throw new IllegalArgumentException("there is no folder " + catalogue);
        }
        Map<String, AffairPlan> plans = CatalogueReader.read(catalogue).plans();
        AffairPlan plan = plans.get(affair);
        if (plan == null) {
            throw new IllegalArgumentException("the catalogue has no sound affair " + affair);
        }
        sample(options.full(), seed, results);
        real(options.full(), seed, affair, plan.rules().rules(), results);
        nextQuestion(options.full(), results);
        growth(results);
        proveAll(catalogue, results);
        if (options.full()) {
            agreement(plans, seed, results);
        }
    }

    private static void sample(boolean full, long seed, Results results) {
        SampleRules rules = new SampleRules(60, seed);
        AffairRules affair = rules.affair();
        List<Facts> facts = new Sample(affair, TODAY).some(CIRCUMSTANCES, new Random(seed));
        List<Peer> peers = peers(affair, List.of(Section.GROUND), facts);
        peers.add(new CamundaPeer(DmnModel.of(affair, "sample"), List.of(Section.GROUND), facts, TODAY, true));
        peers.add(new OperatonPeer(DmnModel.of(affair, "sample"), List.of(Section.GROUND), facts, TODAY, true));
        peers.add(new HandPeer(rules, facts, false));
        peers.add(new HandPeer(rules, facts, true));
        results.say("60 rules over 10 inputs, COLLECT, one thread, seed " + seed + "; values by name, as every peer is given them");
        race(full, peers, facts.size(), "evaluations-per-second", results);
        results.say("camunda-legacy and operaton-legacy: with setEnableFeelLegacyBehavior(true); encoded: values put into classes before");
    }

    private static void real(boolean full, long seed, String id, AffairRules rules, Results results) {
        List<Facts> facts = new Sample(rules, TODAY).some(CIRCUMSTANCES, new Random(seed));
        results.say(id + ": exclusions, grounds, refusals and requirements; legacy FEEL cannot read it and is left out");
        race(full, peers(rules, OwnPeer.SECTIONS, facts), facts.size(), "evaluations-per-second." + id, results);
    }

    /** Those who can evaluate any affair. */
    static List<Peer> peers(AffairRules rules, List<Section> sections, List<Facts> facts) {
        DmnModel model = DmnModel.of(rules, rules.affair());
        return new ArrayList<>(List.of(new OwnPeer(rules, facts, TODAY, false), new OwnPeer(rules, facts, TODAY, true),
                new KiePeer(model, sections, facts, TODAY), new DroolsPeer(rules, sections, facts, TODAY),
                new CamundaPeer(model, sections, facts, TODAY, false), new OperatonPeer(model, sections, facts, TODAY, false)));
    }

    private static void race(boolean full, List<Peer> peers, int circumstances, String name, Results results) {
        new Race(peers, Math.min(circumstances, full ? CIRCUMSTANCES : 32)).compare();
        Race race = new Race(peers, circumstances);
        Map<String, Double> rates = race.run(full ? 6_000 : 1_500, full ? 15 : 5, full ? 300 : 150);
        double own = rates.remove("own");
        rates.forEach((peer, rate) -> {
            if (!peer.contains("encoded") && !peer.contains("legacy")) {
                results.add(Figure.beside(name, own, "per second", peer, rate));
            }
        });
        rates.forEach((peer, rate) -> results.add(Figure.of(name + "." + peer, rate, "per second")));
        results.say("results of all compared and equal (" + Integer.toHexString(race.kept()) + ")");
    }

    private static void nextQuestion(boolean full, Results results) {
        long begun = System.nanoTime();
        CompiledAffair affair = proved(SampleRules.large(40, 400, 1));
        results.say("40 questions of 3 answers, 400 rules: " + affair.counts().circumstances() + " circumstances counted and proved in "
                + (System.nanoTime() - begun) / 1_000_000 + " ms, cold");
        Random random = new Random(3);
        interviews(affair, random, full ? 2_000 : 300);
        long[] nanos = interviews(affair, random, full ? 3_000 : 500);
        results.add(Figure.of("next-question-micros", nanos[nanos.length / 2] / 1e3, "µs"));
        results.add(Figure.of("next-question-micros.p99", nanos[nanos.length / 100 * 99] / 1e3, "µs"));
    }

    private static long[] interviews(CompiledAffair affair, Random random, int interviews) {
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < interviews; i++) {
            Facts facts = Facts.none();
            while (true) {
                long begun = System.nanoTime();
                Standing standing = affair.standing(facts, TODAY);
                nanos.add(System.nanoTime() - begun);
                if (!(standing instanceof Standing.Asking asking)) {
                    break;
                }
                List<String> answers = asking.next().answers();
                facts = facts.with(asking.next().id(), Answer.of(answers.get(random.nextInt(answers.size()))));
            }
        }
        return nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    private static void growth(Results results) {
        for (int questions : new int[] {10, 20, 40, 80}) {
            AffairRules rules = SampleRules.large(questions, 10 * questions, 1);
            double[] seconds = new double[5];
            int nodes = 0;
            for (int i = 0; i < seconds.length; i++) {
                long begun = System.nanoTime();
                nodes = proved(rules).counts().nodes();
                seconds[i] = (System.nanoTime() - begun) / 1e9;
            }
            Arrays.sort(seconds);
            String of = "." + questions + "-questions-" + 10 * questions + "-rules";
            results.add(Figure.of("prove-seconds" + of, seconds[seconds.length / 2], "s"));
            results.add(Figure.of("nodes" + of, nodes, "nodes"));
        }
    }

    private static void agreement(Map<String, AffairPlan> plans, long seed, Results results) {
        long begun = System.nanoTime();
        long evaluations = 0;
        int every = 0;
        for (Map.Entry<String, AffairPlan> one : plans.entrySet()) {
            KieAgreement.Compared compared = new KieAgreement(one.getKey(), one.getValue().rules(), TODAY).compare(10_000, 10_000, seed);
            evaluations += compared.evaluations();
            every += compared.every() ? 1 : 0;
        }
        results.add(Figure.of("kie-agrees-affairs", plans.size(), "affairs"));
        results.add(Figure.of("kie-agrees-affairs.in-every-circumstance", every, "affairs"));
        results.add(Figure.of("kie-agrees-evaluations", evaluations, "evaluations"));
        results.add(Figure.of("kie-agrees-seconds", (System.nanoTime() - begun) / 1e9, "s"));
    }

    private static CompiledAffair proved(AffairRules rules) {
        return switch (Circumstances.compile(rules)) {
            case Compilation.Proved(CompiledAffair affair) -> affair;
            case Compilation.Rejected rejected -> throw new IllegalStateException(rejected.problems().getFirst().toString());
        };
    }

    private static void proveAll(Path catalogue, Results results) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m",
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), ProveAll.class.getName(), catalogue.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        Map<String, Double> found = new HashMap<>();
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().map(line -> line.split(" "))
                .forEach(words -> found.put(words[0], Double.valueOf(words[1])));
        if (process.waitFor() != 0 || found.size() < 10) {
            throw new IllegalStateException("proving the catalogue failed");
        }
        results.add(Figure.of("affairs", found.get("affairs"), "affairs"));
        results.add(Figure.of("affairs-proved", found.get("proved"), "affairs"));
        results.add(Figure.of("zero-window-affairs-proved", found.get("promisedZeroWindow"), "affairs"));
        results.add(Figure.of("zero-window-affairs-proved.also-unpromised", found.get("zeroWindow"), "affairs"));
        results.add(Figure.of("affairs.listed", found.get("listed"), "affairs"));
        results.add(Figure.of("circumstances", found.get("circumstances"), "circumstances"));
        results.add(Figure.of("prove-all-seconds", found.get("seconds"), "s"));
        results.add(Figure.of("prove-all-seconds.warm-without-reading", found.get("secondsAgain"), "s"));
        results.add(Figure.of("prove-all-mebibytes", found.get("mebibytes"), "MiB"));
        results.say("prove-all: read, checked, compiled and proved from cold in a process of 512 MiB, with the quick compiler only, which pays"
                + " in so short a run; the highest use of its heap");
    }
}
