package org.fourportals.notice;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

import org.fourportals.base.CityTime;
import org.fourportals.base.Folders;
import org.fourportals.base.Language;
import org.fourportals.base.Subject;
import org.fourportals.base.Text;
import org.fourportals.base.WorkingDays;
import org.fourportals.identity.SubjectVault;
import org.fourportals.identity.internal.KeyConnections;
import org.fourportals.identity.internal.MasterKey;
import org.fourportals.notice.internal.Carrier;
import org.fourportals.notice.internal.ChoiceStore;
import org.fourportals.notice.internal.Letters;
import org.fourportals.notice.internal.MailSettings;
import org.fourportals.notice.internal.NoticeStore;
import org.fourportals.notice.internal.PushKey;
import org.fourportals.notice.internal.PushSettings;
import org.fourportals.notice.internal.Receipts;
import org.fourportals.notice.internal.Routes;
import org.fourportals.notice.internal.Sender;
import org.fourportals.notice.internal.SendingStore;
import org.fourportals.notice.internal.Settling;
import org.fourportals.notice.internal.SmsSettings;
import org.fourportals.notice.internal.SubscriptionStore;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.test.context.support.TestPropertySourceUtils;
import tools.jackson.databind.json.JsonMapper;

/** The room alone over a database, with a clock that a test moves. */
final class NoticeRoom implements AutoCloseable {

    private final AnnotationConfigApplicationContext room = new AnnotationConfigApplicationContext();
    private Instant now = Instant.parse("2026-11-23T01:00:00Z");

    NoticeRoom(Path data, JdbcConnectionDetails database, String... settings) {
        DataSource source = new DriverManagerDataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword());
        TestPropertySourceUtils.addInlinedPropertiesToEnvironment(room, settings);
        TestPropertySourceUtils.addInlinedPropertiesToEnvironment(room, "fourportals.data=" + data, "fourportals.public-urls=https://city.example");
        room.registerBean(JdbcConnectionDetails.class, () -> database);
        room.registerBean(DataSource.class, () -> source);
        room.registerBean(JdbcClient.class, () -> JdbcClient.create(source));
        room.registerBean(JdbcTransactionManager.class, () -> new JdbcTransactionManager(source));
        room.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
        room.registerBean(CityTime.class, this::time);
        room.register(Folders.class, MasterKey.class, KeyConnections.class, SubjectVault.class, NoticeWords.class, NoticeStore.class, ChoiceStore.class,
                SendingStore.class, Routes.class, Letters.class, Sender.class, Telling.class, MailSettings.class,
                SmsSettings.class, Receipts.class, Settling.class,
                PushSettings.class, PushKey.class, SubscriptionStore.class, AllowPush.class);
        var carriers = new ClassPathBeanDefinitionScanner(room, false);
        carriers.addIncludeFilter(new AssignableTypeFilter(Carrier.class));
        carriers.addIncludeFilter((reader, others) -> reader.getClassMetadata().getClassName().endsWith(".MessageCentre"));
        carriers.scan("org.fourportals.notice.internal");
        room.refresh();
    }

    private CityTime time() {
        try {
            return new CityTime(new MovedClock(), ZoneId.of("Asia/Shanghai"), WorkingDays.read(new BufferedReader(new StringReader(""))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class MovedClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    void wait(Duration time) {
        now = now.plus(time);
    }

    <T> T get(Class<T> type) {
        return room.getBean(type);
    }

    void choose(Subject who, Language language, List<Channel> channels, String mail, String phone) {
        get(ChoiceStore.class).keep(who, new Choices(language, channels, mail, phone), now);
    }

    /** Tells somebody that something was granted. */
    Notice tell(Subject who, String event) {
        get(Telling.class).tell(new Occasion(event, who, NoticeKind.CASE_GRANTED, Map.of("affair", new Text("养犬登记", "Dog licence"),
                "number", new Text("2026-0000-0017", "2026-0000-0017")), "/cases/" + new UUID(0, 7), now));
        return get(NoticeStore.class).listOf(who, 1, 0).getFirst();
    }

    List<Sending> sendings(Notice notice) {
        return get(SendingStore.class).listOf(notice.id());
    }

    List<String> proofs(Sending sending) {
        return get(SendingStore.class).proofsOf(sending.id()).stream().map(Sending.Proof::outcome).toList();
    }

    @Override
    public void close() {
        room.close();
    }
}
