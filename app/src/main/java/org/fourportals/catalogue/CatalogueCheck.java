package org.fourportals.catalogue;

import java.io.PrintStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;

import org.fourportals.base.Folders;
import org.fourportals.catalogue.CatalogueReader.Reading;
import org.fourportals.circumstances.Share;

/** The editor's command `./fourportals check`: reads and proves the catalogue as the system would before it publishes it. */
public final class CatalogueCheck {

    private CatalogueCheck() {
    }

    /** Takes the catalogue's folder, by default `catalogue`; exits with 1 if anything is wrong in it, with 2 if there is no such folder. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path folder = arguments.length > 0 ? Path.of(arguments[0]) : Folders.defaultCatalogue();
        if (!Files.isDirectory(folder)) {
            out.println("There is no folder " + folder + ". Name the catalogue's folder as the argument.");
            System.exit(2);
        }
        System.exit(check(folder, out));
    }

    private static void figures(AffairPlan plan, PrintStream out) {
        Catalogue.Proofs proofs = Catalogue.proofs(plan);
        String interview = plan.rules().interviews().map(i -> "%8d %7.1f".formatted(i.longest(), i.average())).orElse("       –       –");
        out.printf("%-56s %,13d %,11d %,11d %7.1f%% %8.1f%% %9s %s%n", plan.affair().id(), proofs.circumstances(), proofs.accepted(),
                proofs.refused(), 100 * proofs.refusedShare(), 100 * Catalogue.zeroUpload(plan).value(),
                plan.isZeroWindow() ? "proved" : "%.0f%%".formatted(100 * Catalogue.zeroWindow(plan).value()), interview);
    }

    private static void sum(Collection<AffairPlan> plans, PrintStream out) {
        BigInteger all = plans.stream().map(plan -> Catalogue.proofs(plan).circumstances()).reduce(BigInteger.ZERO, BigInteger::add);
        BigInteger refused = plans.stream().map(plan -> Catalogue.proofs(plan).refused()).reduce(BigInteger.ZERO, BigInteger::add);
        out.printf("%,d circumstances, of which %,d (%.1f%%) end in a reasoned refusal; %d affairs need no window in any of theirs%n", all,
                refused, 100 * new Share(refused, all).value(), plans.stream().filter(AffairPlan::isZeroWindow).count());
    }

    /** Prints the figures of each affair and all problems; returns the exit code. */
    static int check(Path folder, PrintStream out) {
        Reading reading = CatalogueReader.read(folder);
        out.printf("%-56s %13s %11s %11s %8s %9s %9s %8s %7s%n", "affair", "circumstances", "accepted", "refused", "refused%",
                "no paper%", "no window", "longest", "average");
        reading.plans().values().forEach(plan -> figures(plan, out));
        reading.problems().forEach(problem -> out.println(folder.resolve(problem.file()).getParent() == null ? problem
                : folder + "/" + problem));
        sum(reading.plans().values(), out);
        out.printf("%d of %d affairs written out and proved, %d problem(s)%n", reading.plans().size(), reading.city().affairs().size(),
                reading.problems().size());
        return reading.problems().isEmpty() ? 0 : 1;
    }
}
