package org.fourportals.intake.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.fourportals.intake.Reason;
import org.fourportals.intake.internal.RowMapping.Refused;
import org.fourportals.intake.internal.RowMapping.Understood;
import org.fourportals.intake.internal.RowMapping.Version;
import org.fourportals.pool.DataSet;
import org.fourportals.pool.Identifier;
import org.fourportals.pool.Misfit;
import org.fourportals.pool.Pool;
import org.fourportals.pool.PoolRecord;
import org.fourportals.pool.SubjectId;

/**
 * Brings rows into the pool: finds or assigns their subjects, leaves out what does not fit, writes the rest durably. Nobody is assigned a
 * number by a row that is left out.
 */
public final class Loading {

    private static final int CHUNK = 1_000;

    private final Pool pool;
    private final DataSet dataset;

    public Loading(Pool pool, DataSet dataset) {
        this.pool = pool;
        this.dataset = dataset;
    }

    /** A row left out. @param subject whom it is about; 0 where the pool does not know */
    public record LeftOut(Refused refused, long subject) {
    }

    /** What became of a batch; those written survive a killed process. */
    public record Loaded(List<Version> written, List<LeftOut> leftOut) {
    }

    public Loaded load(List<Understood> rows) {
        List<LeftOut> leftOut = new ArrayList<>();
        List<Version> versions = new ArrayList<>();
        for (Understood row : rows) {
            switch (row) {
                case Refused refused -> leftOut.add(new LeftOut(refused, 0));
                case Version version -> versions.add(version);
                case RowMapping.Emptying emptying -> endBefore(emptying.before());
            }
        }
        Set<Identifier> named = versions.stream().flatMap(version -> version.identifiers().stream()).collect(Collectors.toSet());
        Map<Identifier, SubjectId> known = new HashMap<>(pool.subjectsOf(named));
        List<Version> fitting = versions.stream().filter(version -> fits(version, known, leftOut)).toList();
        known.putAll(pool.assignAll(newcomers(fitting, known)));
        List<Version> written = fitting.stream().filter(version -> isOneSubject(version, known, leftOut)).toList();
        identify(written, known);
        if (!written.isEmpty()) {
            pool.write(written.stream().map(version -> record(version, subject(version, known))).toList());
        }
        return new Loaded(written, leftOut);
    }

    /** Ends all records of the data set of versions before this one; done twice it changes nothing. */
    private void endBefore(long version) {
        List<PoolRecord> ended = new ArrayList<>();
        pool.scan(record -> {
            if (record.dataset().equals(dataset.id()) && !record.deleted() && record.version() < version) {
                ended.add(new PoolRecord(record.subject(), dataset.id(), record.id(), version - 1, true, Map.of()));
            }
        });
        for (int i = 0; i < ended.size(); i += CHUNK) {
            pool.write(ended.subList(i, Math.min(i + CHUNK, ended.size())));
        }
    }

    /** One identifier for each subject that nobody knows yet; rows that share an identifier are about one subject. */
    private static Set<Identifier> newcomers(List<Version> fitting, Map<Identifier, SubjectId> known) {
        Map<Identifier, Object> leads = new HashMap<>(known);
        Set<Identifier> newcomers = new HashSet<>();
        for (Version version : fitting) {
            Identifier first = version.identifiers().getFirst();
            List<Object> led = version.identifiers().stream().filter(leads::containsKey).map(leads::get).distinct().toList();
            if (led.isEmpty()) {
                newcomers.add(first);
            }
            if (led.size() < 2) {
                Object lead = led.isEmpty() ? first : led.getFirst();
                version.identifiers().forEach(identifier -> leads.put(identifier, lead));
            }
        }
        return newcomers;
    }

    private boolean fits(Version version, Map<Identifier, SubjectId> known, List<LeftOut> leftOut) {
        SubjectId subject = version.identifiers().stream().filter(known::containsKey).findFirst().map(known::get)
                .orElseGet(() -> SubjectId.unassigned(dataset.subject()));
        List<Misfit> misfits = pool.misfits(record(version, subject));
        if (!misfits.isEmpty()) {
            leftOut.add(new LeftOut(refused(version, reason(misfits.getFirst())), known.containsValue(subject) ? subject.number() : 0));
        }
        return misfits.isEmpty();
    }

    private static Reason reason(Misfit misfit) {
        return misfit.reason().contains("in the future") ? Reason.of("future") : Reason.of("misfit", misfit.field().isEmpty() ? "–" : misfit.field(), misfit.reason());
    }

    /** Two identifiers of a row must not lead to two subjects; rows of the same batch count too. */
    private static boolean isOneSubject(Version version, Map<Identifier, SubjectId> known, List<LeftOut> leftOut) {
        List<SubjectId> led = version.identifiers().stream().filter(known::containsKey).map(known::get).distinct().toList();
        if (led.size() > 1) {
            leftOut.add(new LeftOut(refused(version, Reason.of("two-subjects")), led.getFirst().number()));
            return false;
        }
        version.identifiers().forEach(identifier -> known.put(identifier, led.getFirst()));
        return true;
    }

    private void identify(List<Version> written, Map<Identifier, SubjectId> known) {
        Map<Identifier, SubjectId> further = new LinkedHashMap<>();
        for (Version version : written) {
            if (version.identifiers().size() > 1) {
                version.identifiers().forEach(identifier -> further.put(identifier, subject(version, known)));
            }
        }
        if (!further.isEmpty()) {
            pool.identifyAll(further);
        }
    }

    private static SubjectId subject(Version version, Map<Identifier, SubjectId> known) {
        return java.util.Objects.requireNonNull(known.get(version.identifiers().getFirst()));
    }

    private PoolRecord record(Version version, SubjectId subject) {
        return new PoolRecord(subject, dataset.id(), version.id(), version.version(), version.deleted(), version.fields());
    }

    private static Refused refused(Version version, Reason reason) {
        return new Refused(version.row(), reason, version.id(), version.version());
    }
}
