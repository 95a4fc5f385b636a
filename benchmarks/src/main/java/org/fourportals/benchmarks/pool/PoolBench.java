package org.fourportals.benchmarks.pool;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fourportals.benchmarks.Folders;
import org.fourportals.benchmarks.Benchmark;
import org.fourportals.benchmarks.Figure;
import org.fourportals.benchmarks.Options;
import org.fourportals.benchmarks.Results;
import org.fourportals.pool.DataSets;

/** The pool at the size that is asked for: loads a city's records, looks residents up, changes records; beside PostgreSQL and Cassandra. */
public final class PoolBench implements Benchmark {

    private static final long MILLION = 1_000_000;
    private static final long BESIDE_PEERS = 10 * MILLION;
    private static final long BESIDE_CASSANDRA = 10 * MILLION;
    private static final long SEED = 20261123;

    @Override
    public String name() {
        return "pool";
    }

    @Override
    public String help() {
        return """
                bench pool [--records N] [--data DIR] [--peers yes|no] [--cassandra 1|3|no] [--keep yes|no]
                  Makes N records (1,000,000) of a city with 238 data sets and loads them into DIR (benchmarks/target/pool), looks residents
                  up with warm and cold caches, and changes records. A load that was interrupted goes on where it was. PostgreSQL does the same
                  beside it with up to 10,000,000, and the pool's other engine, on 1 Cassandra node (or 3 with three copies) on this machine,
                  with up to 10,000,000. The same is loaded in no order at all. A billion needs 60 GB of disk and an hour or more. --keep yes leaves the data there.""";
    }

    @Override
    public void run(Options options, Results results) throws Exception {
        options.allow("records", "data", "peers", "cassandra", "keep");
        var nodes = options.value("cassandra", "1");
        if (!List.of("1", "3", "no").contains(nodes)) {
            throw new IllegalArgumentException("--cassandra must be 1, 3 or no");
        }
        var records = options.number("records", MILLION);
        if (records < 100_000 || records > 2_000 * MILLION) {
            throw new IllegalArgumentException("--records must be from 100000 to 2000000000");
        }
        var dataSets = WholeRegisters.of(Path.of("catalogue"));
        var folder = Path.of(options.value("data", "benchmarks/target/pool"));
        Files.createDirectories(folder);
        var keep = options.value("keep", "no").equals("yes");
        if (options.value("peers", "yes").equals("yes")) {
            beside(new BigCity(dataSets, Math.min(records, BESIDE_PEERS), SEED), dataSets, folder, results);
            if (!nodes.equals("no")) {
                besideCassandra(new BigCity(dataSets, Math.min(records, BESIDE_CASSANDRA), SEED), dataSets, folder, Integer.parseInt(nodes), results);
            }
        }
        shuffled(new BigCity(dataSets, Math.min(records, BESIDE_PEERS), SEED), dataSets, folder.resolve("ours-shuffled"), results);
        var city = new BigCity(dataSets, records, SEED);
        var ours = new OurPool(city, dataSets, folder.resolve("ours-" + records), records, results);
        ours.measure("");
        if (!keep) {
            Folders.delete(folder.resolve("ours-" + records));
        }
    }

    private static void shuffled(BigCity city, DataSets dataSets, Path folder, Results results) throws Exception {
        results.say("In no order, " + city.planned() + " records");
        Folders.delete(folder);
        new OurPool(city, dataSets, folder, city.planned(), results).loadShuffled(SEED);
        Folders.delete(folder);
    }

    private static void beside(BigCity city, DataSets dataSets, Path folder, Results results) throws Exception {
        var records = city.planned();
        results.say("Beside PostgreSQL, " + records + " records each");
        var ours = folder.resolve("ours-beside");
        var theirs = folder.resolve("postgresql");
        Folders.delete(ours);
        Folders.delete(theirs);
        var own = new OurPool(city, dataSets, ours, records, results).measure(".beside");
        Folders.delete(ours);
        var peer = new PostgresPeer(city, theirs, results).measure();
        Folders.delete(theirs);
        compare(own, peer, "postgresql", results);
    }

    private static void besideCassandra(BigCity city, DataSets dataSets, Path folder, int nodes, Results results) throws Exception {
        var records = city.planned();
        results.say("Beside Cassandra on " + nodes + " node(s) of this machine, " + records + " records each");
        var ours = folder.resolve("ours-beside");
        Folders.delete(ours);
        var own = new OurPool(city, dataSets, ours, records, results).measure(".beside-cassandra");
        Folders.delete(ours);
        var theirs = folder.resolve("cassandra");
        Files.createDirectories(theirs);
        var peer = new CassandraPeer(city, dataSets, theirs, nodes, results).measure();
        Folders.delete(theirs);
        compare(own, peer, "cassandra", results);
    }

    private static void compare(Measured own, Measured peer, String name, Results results) {
        results.add(Figure.beside("load-records-per-second", own.loadedPerSecond(), "records/s", name, peer.loadedPerSecond()));
        results.add(Figure.beside("bytes-per-record", own.bytesPerRecord(), "B", name, peer.bytesPerRecord()));
        results.add(Figure.beside("lookup-warm-per-second", own.lookupsPerSecond(), "lookups/s", name, peer.lookupsPerSecond()));
        results.add(Figure.beside("upserts-per-second", own.upsertsPerSecond(), "records/s", name, peer.upsertsPerSecond()));
    }
}
