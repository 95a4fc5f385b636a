package org.fourportals.wallet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

import javax.sql.DataSource;

import org.fourportals.TestPostgres;
import org.fourportals.audit.AuditLog;
import org.fourportals.base.CityTime;
import org.fourportals.base.Folders;
import org.fourportals.base.WorkingDays;
import org.fourportals.identity.SubjectVault;
import org.fourportals.identity.internal.KeyConnections;
import org.fourportals.identity.internal.MasterKey;
import org.fourportals.wallet.internal.SealedFiles;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The wallet with all it rests on, over a real database and a real folder; only the clock stands still. */
final class WalletRoom implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final DataSource source;

    private WalletRoom(DataSource source) {
        this.source = source;
    }

    static WalletRoom open(Path data, Map<String, Object> settings) {
        return open(data, settings, TestPostgres.fresh());
    }

    static WalletRoom open(Path data, Map<String, Object> settings, DataSource source) {
        WalletRoom room = new WalletRoom(source);
        Map<String, Object> all = new HashMap<>(settings);
        all.put("fourportals.data", data.toAbsolutePath().toString());
        room.context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", all));
        room.context.registerBean(JdbcClient.class, () -> JdbcClient.create(source));
        room.context.registerBean(JdbcConnectionDetails.class, () -> TestPostgres.details(source));
        room.context.registerBean(JdbcTransactionManager.class, () -> new JdbcTransactionManager(source));
        room.context.registerBean(CityTime.class, WalletRoom::time);
        room.context.register(Folders.class, MasterKey.class, KeyConnections.class, SubjectVault.class, AuditLog.class, SealedFiles.class, DocumentStore.class, Wallet.class,
                WithdrawDocument.class);
        room.context.refresh();
        return room;
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    DataSource source() {
        return source;
    }

    @Override
    public void close() {
        context.close();
    }

    private static CityTime time() {
        ZoneId zone = ZoneId.of("Asia/Shanghai");
        try {
            return new CityTime(Clock.fixed(NOW, zone), zone, WorkingDays.read(new BufferedReader(new StringReader(""))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
