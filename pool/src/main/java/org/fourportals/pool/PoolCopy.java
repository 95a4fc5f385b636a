package org.fourportals.pool;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Moves a pool from one engine to the other with everything that is kept: identifiers under their numbers, newest and superseded
 * versions, deletions and erasures; and compares two pools in both directions. Nothing should be written to either meanwhile.
 */
public final class PoolCopy {

    private static final int LOT = 2_000;
    private static final int SUBJECTS = 256;
    private static final int SHOWN = 20;

    /**
     * What a comparison found.
     *
     * @param records newest versions, deletions too, in the first pool
     * @param versions all versions kept by data sets that keep them
     * @param identifiers identifiers that lead to a subject
     * @param erasures erasures noted
     * @param differing how many of all these are not the same in both
     * @param examples some of them in words, without what records say
     */
    public record Comparison(long records, long versions, long identifiers, long erasures, long differing, List<String> examples) {

        public Comparison {
            examples = List.copyOf(examples);
        }

        public boolean same() {
            return differing == 0;
        }
    }

    private final PoolEngine from;
    private final PoolEngine to;
    private final List<String> examples = new ArrayList<>();
    private long records;
    private long versions;
    private long identifiers;
    private long differing;

    private PoolCopy(Pool from, Pool to) {
        if (!(from instanceof PoolEngine source) || !(to instanceof PoolEngine target)) {
            throw new IllegalArgumentException("only pools on RocksDB and on Cassandra can be copied and compared");
        }
        this.from = source;
        this.to = target;
    }

    /** Copies everything; what is there already stays where it is newer. May be repeated after it was interrupted. */
    public static void copy(Pool from, Pool to) {
        var copy = new PoolCopy(from, to);
        copy.copyDirectory();
        copy.copyDossiers();
        copy.to.adoptErasures(copy.from.erasures());
    }

    private void copyDirectory() {
        inLots(from, lot -> {
            if (!lot.isEmpty()) {
                to.adopt(lot);
            }
        });
    }

    private void copyDossiers() {
        var lot = new ArrayList<Dossier>();
        var size = new int[1];
        from.dossiers(dossier -> {
            lot.add(dossier);
            size[0] += dossier.records().size() + dossier.versions().size();
            if (size[0] >= LOT) {
                to.adopt(lot);
                lot.clear();
                size[0] = 0;
            }
        });
        to.adopt(lot);
    }

    /** Compares every record, version, identifier and erasure. */
    public static Comparison compare(Pool from, Pool to) {
        var copy = new PoolCopy(from, to);
        copy.compareDirectory();
        copy.compareDossiers();
        var erasures = copy.from.erasures();
        copy.compareSets("erasures", new HashSet<>(erasures), new HashSet<>(copy.to.erasures()));
        return new Comparison(copy.records, copy.versions, copy.identifiers, erasures.size(), copy.differing, copy.examples);
    }

    private void compareDirectory() {
        identifiers = inLots(from, lot -> {
            var found = to.subjectsOf(lot.keySet());
            lot.forEach((identifier, subject) -> {
                if (!subject.equals(found.get(identifier))) {
                    differs("an identifier of " + subject + " (" + identifier.type().word() + ") is missing in the second or leads elsewhere");
                }
            });
        });
        inLots(to, lot -> {
            lot.keySet().removeAll(from.subjectsOf(lot.keySet()).keySet());
            lot.forEach((identifier, subject) -> differs("an identifier of " + subject + " (" + identifier.type().word() + ") is missing in the first"));
        });
    }

    /** Passes a directory lot by lot; answers how many identifiers it holds. */
    private static long inLots(PoolEngine engine, Consumer<Map<Identifier, SubjectId>> reader) {
        var lot = new LinkedHashMap<Identifier, SubjectId>();
        var passed = new long[1];
        engine.directory((identifier, subject) -> {
            passed[0]++;
            lot.put(identifier, subject);
            if (lot.size() == LOT) {
                reader.accept(lot);
                lot.clear();
            }
        });
        reader.accept(lot);
        return passed[0];
    }

    private void compareDossiers() {
        subjectsInLots(from, dossiers -> {
            var others = to.dossiersOf(dossiers.stream().map(Dossier::subject).toList());
            for (var i = 0; i < dossiers.size(); i++) {
                compare(dossiers.get(i), others.get(i));
            }
        });
        subjectsInLots(to, dossiers -> from.dossiersOf(dossiers.stream().map(Dossier::subject).toList()).stream()
                .filter(dossier -> dossier.records().isEmpty())
                .forEach(dossier -> differs("the first has no records of " + dossier.subject())));
    }

    private static void subjectsInLots(PoolEngine engine, Consumer<List<Dossier>> reader) {
        var lot = new ArrayList<Dossier>();
        engine.dossiers(dossier -> {
            lot.add(dossier);
            if (lot.size() == SUBJECTS) {
                reader.accept(lot);
                lot.clear();
            }
        });
        reader.accept(lot);
    }

    private void compare(Dossier dossier, Dossier other) {
        records += dossier.records().size();
        versions += dossier.versions().size();
        compareSets("records of " + dossier.subject(), new HashSet<>(dossier.records()), new HashSet<>(other.records()));
        compareSets("kept versions of " + dossier.subject(), new HashSet<>(dossier.versions()), new HashSet<>(other.versions()));
    }

    private <T> void compareSets(String what, Set<T> one, Set<T> other) {
        var missing = one.stream().filter(each -> !other.contains(each)).count();
        var more = other.stream().filter(each -> !one.contains(each)).count();
        if (missing + more > 0) {
            differs(what + ": " + missing + " of the first are not in the second, " + more + " of the second not in the first");
            differing += missing + more - 1;
        }
    }

    private void differs(String how) {
        differing++;
        if (examples.size() < SHOWN) {
            examples.add(how);
        }
    }
}
