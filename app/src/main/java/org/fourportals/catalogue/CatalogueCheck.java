package org.fourportals.catalogue;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.fourportals.base.Folders;
import org.fourportals.catalogue.CatalogueReader.Reading;

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

    /** Prints the figures of each affair and all problems; returns the exit code. */
    static int check(Path folder, PrintStream out) {
        Reading reading = CatalogueReader.read(folder);
        out.printf("%-40s %15s %15s %15s %8s%n", "affair", "circumstances", "accepted", "refused", "nodes");
        reading.plans().forEach((id, plan) -> {
            Catalogue.Proofs proofs = Catalogue.proofs(plan);
            out.printf("%-40s %,15d %,15d %,15d %,8d%n", id, proofs.circumstances(), proofs.accepted(), proofs.refused(), proofs.nodes());
        });
        reading.problems().forEach(problem -> out.println(folder.resolve(problem.file()).getParent() == null ? problem
                : folder + "/" + problem));
        out.printf("%d of %d affairs written out and proved, %d problem(s)%n", reading.plans().size(), reading.city().affairs().size(),
                reading.problems().size());
        return reading.problems().isEmpty() ? 0 : 1;
    }
}
