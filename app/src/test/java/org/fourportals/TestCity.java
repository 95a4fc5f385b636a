package org.fourportals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.fourportals.demo.DemoAccess;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The whole system over a small demo city, started once for all tests of a run, with a clock that tests can move. */
public final class TestCity {

    /** In this city nobody has written out this affair yet; all others are. */
    public static final String ONLY_DESCRIBED = "scenic-area-works-review";

    private static final TestClock CLOCK = new TestClock();
    private static final TestCourier COURIER = new TestCourier();
    private static final ConfigurableApplicationContext CONTEXT = start();

    private TestCity() {
    }

    public static <T> T get(Class<T> type) {
        return CONTEXT.getBean(type);
    }

    /** Where there are several beans of a type. */
    public static <T> T get(String name, Class<T> type) {
        return CONTEXT.getBean(name, type);
    }

    /** Somebody who lives here. */
    public static DemoAccess.Person person(String username) {
        return get(DemoAccess.class).listResidents().stream().filter(p -> p.username().equals(username)).findFirst().orElseThrow();
    }

    public static TestClock clock() {
        return CLOCK;
    }

    /** The courier of this city. */
    public static TestCourier courier() {
        return COURIER;
    }

    public static String address() {
        return "http://localhost:" + CONTEXT.getEnvironment().getProperty("local.server.port");
    }

    private static ConfigurableApplicationContext start() {
        SpringApplication application = new SpringApplication(FourPortals.class);
        application.addInitializers(context -> ((GenericApplicationContext) context)
                .registerBean("clock", java.time.Clock.class, () -> CLOCK));
        String[] database = TestPostgres.properties();
        try {
            Path data = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "city");
            return application.run("--spring.profiles.active=demo", "--server.port=0", "--fourportals.data=" + data,
                    "--fourportals.catalogue=" + catalogue(data.resolve("catalogue")), "--fourportals.demo-residents=200", "--" + database[0],
                    "--" + database[1], "--" + database[2], "--fourportals.delivery.carrier=" + TestCourier.NAME, "--fourportals.delivery.fee=8",
                    "--fourportals.delivery.address=" + COURIER.address(), "--fourportals.delivery.carrier-key=" + COURIER.key());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The city's files, without the one affair. */
    private static Path catalogue(Path copy) throws IOException {
        Path from = Path.of("../catalogue");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).filter(f -> !f.endsWith(ONLY_DESCRIBED + ".yaml")).toList()) {
                Path to = copy.resolve(from.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
        return copy;
    }
}
