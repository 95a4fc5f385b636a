package org.fourportals.linked;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.fourportals.base.Folders;
import org.fourportals.catalogue.CatalogueReader;
import org.fourportals.centre.Centres;

/**
 * The commands `./fourportals export-linked-data FILE [ADDRESS]`, `export-data-catalogue FILE [ADDRESS]` and `import-linked-data FILE`: the first writes the
 * catalogue as linked data, the second that of the data sets, the third reads a file of the first and says in what it differs. None needs server or database.
 */
public final class LinkedDataCommand {

    private static final int FINE = 0;
    private static final int WRONG = 1;
    private static final int MISUSED = 2;

    private final Path folder;
    private final PrintStream out;

    LinkedDataCommand(Path folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
    }

    /** Takes `export`, `export-datasets` or `import`, the file, and for an export the city's public address. Exits with 1 if something is wrong in what is read. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(new LinkedDataCommand(Folders.defaultCatalogue(), out).run(arguments));
    }

    int run(String... arguments) {
        Optional<Syntax> syntax = arguments.length < 2 ? Optional.empty() : Syntax.ofFile(arguments[1]);
        boolean export = arguments.length > 0 && arguments[0].startsWith("export");
        if (syntax.isEmpty() || arguments.length > (export ? 3 : 2)) {
            out.println("Name a file that ends with .ttl or .jsonld.");
            return MISUSED;
        }
        try {
            Path file = Path.of(arguments[1]);
            String address = arguments.length > 2 ? arguments[2] : "https://fourportals.example/";
            Addresses addresses = new Addresses(address.endsWith("/") ? address : address + "/");
            return switch (arguments[0]) {
                case "export" -> export(file, syntax.get(), addresses);
                case "export-datasets" -> exportDatasets(file, syntax.get(), addresses);
                default -> read(file, syntax.get());
            };
        } catch (IOException e) {
            out.println("The file cannot be read or written: " + e.getMessage());
            return WRONG;
        }
    }

    private int exportDatasets(Path file, Syntax syntax, Addresses addresses) throws IOException {
        CatalogueReader.Reading reading = CatalogueReader.read(folder);
        if (!reading.problems().isEmpty()) {
            reading.problems().forEach(out::println);
            return WRONG;
        }
        byte[] bytes = LinkedFile.write(DataCatalogue.of(reading.city(), LinkedData.PUBLISHER, addresses), syntax);
        Files.write(file, bytes);
        out.printf("%,d data sets described in %s (%,d bytes)%n", reading.city().datasets().size(), file, bytes.length);
        return FINE;
    }

    private int export(Path file, Syntax syntax, Addresses addresses) throws IOException {
        Optional<PublicServices> ours = ours();
        if (ours.isEmpty()) {
            return WRONG;
        }
        byte[] bytes = LinkedFile.write(WriteModel.of(ours.get(), addresses), syntax);
        Files.write(file, bytes);
        out.printf("%,d public services written to %s (%,d bytes)%n", ours.get().services().size(), file, bytes.length);
        return FINE;
    }

    private int read(Path file, Syntax syntax) throws IOException {
        if (Files.size(file) > LinkedFile.MOST_BYTES) {
            out.println(file + ": larger than " + (LinkedFile.MOST_BYTES >> 20) + " MB");
            return WRONG;
        }
        return switch (LinkedData.read(Files.readAllBytes(file), syntax)) {
            case Reading.Refused refused -> {
                refused.faults().forEach(fault -> out.println(file + ": " + fault));
                out.printf("%,d problem(s); nothing was read%n", refused.faults().size());
                yield WRONG;
            }
            case Reading.Read read -> ours().map(ours -> compare(ours, read.services())).orElse(WRONG);
        };
    }

    private int compare(PublicServices ours, PublicServices theirs) {
        List<Differences.Difference> differences = Differences.between(ours, theirs);
        differences.forEach(out::println);
        out.printf("%,d public services read, %,d difference(s) to the catalogue, which has %,d%n", theirs.services().size(), differences.size(),
                ours.services().size());
        return FINE;
    }

    private Optional<PublicServices> ours() {
        CatalogueReader.Reading reading = CatalogueReader.read(folder);
        if (!reading.problems().isEmpty()) {
            reading.problems().forEach(out::println);
            return Optional.empty();
        }
        return Optional.of(DescribedCity.of(reading.city(), id -> Optional.ofNullable(reading.plans().get(id)), new Centres(folder).list()));
    }
}
