package org.fourportals.benchmarks.circumstances;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.math.BigInteger;
import java.nio.file.Path;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.catalogue.CatalogueReader;
import org.fourportals.circumstances.Circumstances;
import org.fourportals.circumstances.Compilation;

/**
 * Reads and proves the whole catalogue in a process of its own, from cold and with little memory, as the system does at
 * its start, and prints what it took: one word and one number a line.
 */
final class ProveAll {

    private ProveAll() {}

    /** Takes the catalogue's folder. */
    public static void main(String[] arguments) {
        long begun = System.nanoTime();
        CatalogueReader.Reading reading = CatalogueReader.read(Path.of(arguments[0]));
        double seconds = (System.nanoTime() - begun) / 1e9;
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage).mapToLong(usage -> usage.getUsed()).sum();
        System.out.println("listed " + reading.city().affairs().size());
        System.out.println("affairs " + (reading.plans().size()
                + reading.problems().stream().map(problem -> problem.file()).filter(file -> file.startsWith("affairs/")).distinct().count()));
        System.out.println("proved " + reading.plans().size());
        System.out.println("zeroWindow " + reading.plans().values().stream().filter(AffairPlan::isZeroWindow).count());
        System.out.println("promisedZeroWindow " + reading.plans().values().stream().filter(plan -> plan.affair().zeroWindow()).count());
        System.out.println("circumstances " + reading.plans().values().stream().map(plan -> plan.rules().counts().circumstances())
                .reduce(BigInteger.ZERO, BigInteger::add));
        System.out.println("seconds " + seconds);
        System.out.println("mebibytes " + peak / 1048576.0);
        begun = System.nanoTime();
        long again = reading.plans().values().stream().map(plan -> Circumstances.compile(plan.rules().rules()))
                .filter(Compilation.Proved.class::isInstance).count();
        System.out.println("again " + again);
        System.out.println("secondsAgain " + (System.nanoTime() - begun) / 1e9);
    }
}
