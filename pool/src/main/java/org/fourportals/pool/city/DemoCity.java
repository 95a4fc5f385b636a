package org.fourportals.pool.city;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fourportals.pool.Identifier;
import org.fourportals.pool.IdentifierType;
import org.fourportals.pool.Pool;
import org.fourportals.pool.PoolRecord;
import org.fourportals.pool.SubjectKind;
import org.fourportals.pool.Value;

/**
 * A city for the demo and for tests: the same seed, size and day give the same records, to the byte. Its people's small
 * children are born relative to its day, so a pool once filled must be filled up with the day it was begun with:
 * {@link #in} finds that day in the pool itself, in the record of the city hall's address.
 */
public final class DemoCity {

    /** How many live in it if nothing else is said. */
    public static final int RESIDENTS = 20_000;

    private static final Identifier CITY_HALL = new Identifier(IdentifierType.ADDRESS_CODE, "HZ-A00000001");
    private static final String ADDRESSES = "standard-addresses";

    private final long seed;
    private final int residents;
    private final LocalDate today;

    private DemoCity(long seed, int residents, LocalDate today) {
        this.seed = seed;
        this.residents = residents;
        this.today = today;
    }

    /** @param residents at least this many; the household that reaches it is completed */
    public static DemoCity of(long seed, int residents, LocalDate today) {
        if (residents < 0 || residents > 5_000_000) {
            throw new IllegalArgumentException("a demo city has up to 5,000,000 residents");
        }
        return new DemoCity(seed, residents, today);
    }

    /** The city a pool was begun with, whatever day it is now; if it holds none, a new one of today. */
    public static DemoCity in(Pool pool, long seed, int residents, LocalDate today) {
        return of(seed, residents, cityHall(pool).map(hall -> LocalDate.ofInstant(hall.changed(), ZoneOffset.UTC)).orElse(today));
    }

    /** Whether the pool holds a demo city that was loaded to the end. */
    public static boolean loadedIn(Pool pool) {
        return cityHall(pool).filter(hall -> hall.find("buildingNo").isPresent()).isPresent();
    }

    private static Optional<PoolRecord> cityHall(Pool pool) {
        return pool.subjectOf(CITY_HALL).flatMap(hall -> pool.recordsOf(hall, Set.of(ADDRESSES)).stream().findFirst());
    }

    /** The day its stories are relative to. */
    public LocalDate today() {
        return today;
    }

    /**
     * Writes the city into a pool; again changes nothing, and after an interruption completes it. Counts at the end.
     *
     * @return how many records it has
     */
    public long loadInto(Pool pool, Progress progress) {
        cityHall(pool, Map.of(), today.atStartOfDay(ZoneOffset.UTC).toInstant());
        var ledger = new Ledger(pool, today);
        var registers = Registers.of(ledger, today);
        new DemoStories(today, registers).tell();
        ledger.flush();
        var population = new Population(seed, today, registers);
        var told = 0;
        while (population.people() < residents) {
            population.household();
            if (population.people() - told >= 500) {
                told = population.people();
                progress.at(Math.min(told, residents), residents);
            }
        }
        ledger.flush();
        cityHall(pool, Map.of("buildingNo", Value.of("1")), today.atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(1));
        pool.recount();
        progress.at(residents, residents);
        return ledger.written() + 1;
    }

    private void cityHall(Pool pool, Map<String, Value> more, Instant changed) {
        var fields = new java.util.HashMap<>(more);
        fields.put("addressCode", Value.of(CITY_HALL.value()));
        fields.put("address", Value.of("杭州市上城区云帆路1号市民中心"));
        var hall = pool.assign(CITY_HALL, SubjectKind.PROPERTY);
        pool.write(List.of(PoolRecord.of(hall, ADDRESSES, "1", changed, fields)));
    }
}
