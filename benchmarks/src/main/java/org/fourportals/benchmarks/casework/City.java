package org.fourportals.benchmarks.casework;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.function.Function;
import javax.sql.DataSource;
import org.fourportals.FourPortals;
import org.fourportals.base.Actor;
import org.fourportals.base.Portal;
import org.fourportals.base.postgres.EmbeddedPostgres;
import org.fourportals.identity.Account;
import org.fourportals.identity.Accounts;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole product over a small demo city, with its web server, in this process: as it runs for people. */
final class City implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final EmbeddedPostgres.Access access;

    private City(ConfigurableApplicationContext context, EmbeddedPostgres.Access access) {
        this.context = context;
        this.access = access;
    }

    /** Over a fresh folder; the demo's greeting is not shown. */
    static City start(Path folder, int residents) {
        PrintStream screen = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        try {
            var context = new SpringApplication(FourPortals.class).run("--spring.profiles.active=demo", "--server.port=0", "--fourportals.data=" + folder,
                    "--fourportals.catalogue=catalogue", "--fourportals.demo-residents=" + residents, "--logging.level.root=off", "--logging.level.org.fourportals=off");
            EmbeddedPostgres server = context.getBean(EmbeddedPostgres.class);
            return new City(context, new EmbeddedPostgres.Access(server.jdbcUrl(), server.user(), server.password()));
        } finally {
            System.setOut(screen);
        }
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    JdbcClient sql() {
        return JdbcClient.create(get(DataSource.class));
    }

    /** Where the same PostgreSQL server is. */
    EmbeddedPostgres.Access access() {
        return access;
    }

    String address() {
        return "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
    }

    Actor staff(String username, Portal portal) {
        return actor(username, account -> new Actor.Staff(username, account.name(), account.roles(), account.department(), account.centre(), portal, null));
    }

    private Actor actor(String username, Function<Account, Actor> made) {
        return made.apply(get(Accounts.class).findByUsername(username).orElseThrow());
    }

    @Override
    public void close() {
        context.close();
    }
}
