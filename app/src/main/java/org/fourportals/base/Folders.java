package org.fourportals.base;

import java.nio.file.Files;
import java.nio.file.Path;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.system.ApplicationHome;
import org.springframework.stereotype.Component;

/**
 * Where the system keeps its data ({@code fourportals.data}) and where the city's catalogue lies ({@code fourportals.catalogue}; if not
 * given, {@code catalogue} under the working directory, else next to the program).
 */
@Component
public class Folders {

    private final Path data;
    private final Path catalogue;

    Folders(@Value("${fourportals.data}") String data, @Value("${fourportals.catalogue:}") String catalogue) {
        this.data = Path.of(data).toAbsolutePath().normalize();
        this.catalogue = (catalogue.isBlank() ? defaultCatalogue() : Path.of(catalogue)).toAbsolutePath().normalize();
    }

    public Path data() {
        return data;
    }

    public Path catalogue() {
        return catalogue;
    }

    /** `catalogue` under the working directory, else next to the program. */
    public static Path defaultCatalogue() {
        Path here = Path.of("catalogue");
        return Files.isDirectory(here) ? here : new ApplicationHome(Folders.class).getDir().toPath().resolve("catalogue");
    }
}
