package org.fourportals.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** Another process of ours over the same folder and database, to be killed. */
public final class KillableNode {

    private KillableNode() {
    }

    /** @param more what its program is given after folder, address, user and password */
    public static Process start(Class<?> program, Path data, JdbcConnectionDetails database, String more) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1", "-Xmx200m", "-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(List.of(data.toString(), String.valueOf(database.getJdbcUrl()), String.valueOf(database.getUsername()), String.valueOf(database.getPassword()), more));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    public static JdbcConnectionDetails database(String[] arguments) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return arguments[2];
            }

            @Override
            public String getPassword() {
                return arguments[3];
            }

            @Override
            public String getJdbcUrl() {
                return arguments[1];
            }
        };
    }
}
