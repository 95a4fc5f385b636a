package org.fourportals.benchmarks.pool;

import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.fourportals.audit.AuditLog;
import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Subject;
import org.fourportals.base.WorkingDays;
import org.fourportals.base.postgres.EmbeddedPostgres;
import org.fourportals.benchmarks.Figure;
import org.fourportals.benchmarks.Folders;
import org.fourportals.benchmarks.Results;
import org.fourportals.pool.DataSets;
import org.fourportals.pool.Pool;
import org.fourportals.pool.SubjectKind;
import org.fourportals.sharing.Grants;
import org.fourportals.sharing.Sharing;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The same lookups as the product makes them: through {@code sharing}, each asking for its grants and committing its five entries of the audit log to
 * PostgreSQL, with fsync, before anything is handed out. Beside it, how often the same server commits a single row.
 */
final class SharedLookups {

    private static final String PURPOSE = "benchmark";
    private static final int CLIENTS = 8;
    private static final int LOOKUPS = 20_000;

    private final DataSets dataSets;
    private final Path folder;
    private final Results results;

    SharedLookups(DataSets dataSets, Path folder, Results results) {
        this.dataSets = dataSets;
        this.folder = folder;
        this.results = results;
    }

    void measure(Pool pool, long residents, String suffix) throws Exception {
        Folders.delete(folder);
        try (var postgres = EmbeddedPostgres.start(folder); var source = new HikariDataSource()) {
            source.setJdbcUrl(postgres.jdbcUrl());
            source.setUsername(postgres.user());
            source.setPassword(postgres.password());
            source.setMaximumPoolSize(CLIENTS);
            Flyway.configure().dataSource(source).locations("classpath:db/migration").outOfOrder(true).load().migrate();
            try (var context = room(pool, source)) {
                for (var set : Lookups.large(dataSets)) {
                    context.getBean(Grants.class).grant(PURPOSE, set, dataSets.get(set).fieldNames(), "law");
                }
                var sharing = context.getBean(Sharing.class);
                var readers = new ArrayList<Lookups.Reader>();
                for (var i = 0; i < CLIENTS; i++) {
                    readers.add((serial, sets) -> sharing.readAll(new Sharing.Reason(new Actor.Automatic("benchmark"), PURPOSE, UUID.randomUUID()),
                            sets.stream().map(set -> new Sharing.Sought(new Subject(CityLoad.subject(SubjectKind.PERSON, serial).number()), set)).collect(Collectors.toSet()))
                            .values().stream().mapToInt(List::size).sum());
                }
                Lookups.run(dataSets, readers, residents, LOOKUPS / 10, 7);
                var done = Lookups.run(dataSets, readers, residents, LOOKUPS, 11);
                results.add(Figure.of("lookup-sharing-per-second" + suffix, done.perSecond(), "lookups/s"));
                results.add(Figure.of("lookup-sharing-p50-micros" + suffix, done.p50Micros(), "µs"));
                results.add(Figure.of("lookup-sharing-p99-micros" + suffix, done.p99Micros(), "µs"));
                var jdbc = context.getBean(JdbcClient.class);
                jdbc.sql("create table public.commits (n bigint)").update();
                var commits = new ArrayList<Lookups.Reader>();
                for (var i = 0; i < CLIENTS; i++) {
                    commits.add((serial, sets) -> jdbc.sql("insert into public.commits values (?)").param(serial).update());
                }
                results.add(Figure.of("commit-rate" + suffix, Lookups.run(dataSets, commits, residents, LOOKUPS, 13).perSecond(), "commits/s"));
            }
        }
        Folders.delete(folder);
    }

    private static AnnotationConfigApplicationContext room(Pool pool, HikariDataSource source) throws Exception {
        var days = WorkingDays.read(new BufferedReader(new StringReader("")));
        var context = new AnnotationConfigApplicationContext();
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(source));
        context.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(source));
        context.registerBean(CityTime.class, () -> new CityTime(Clock.systemUTC(), ZoneId.of("Asia/Shanghai"), days));
        context.registerBean(Pool.class, () -> pool, definition -> definition.setDestroyMethodName(""));
        context.register(AuditLog.class, Grants.class, Sharing.class);
        context.refresh();
        return context;
    }
}
