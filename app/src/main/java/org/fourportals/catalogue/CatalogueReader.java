package org.fourportals.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

import org.fourportals.catalogue.internal.AffairFile;
import org.fourportals.catalogue.internal.CityFiles;
import org.fourportals.catalogue.internal.FileText;
import org.fourportals.catalogue.internal.Problems;

/** Reads a folder with the city as data, checks it and proves the affairs in it. Needs neither server nor database. */
public final class CatalogueReader {

    private CatalogueReader() {
    }

    /**
     * What a folder holds. A file with problems is missing from `plans`; the others are there all the same.
     *
     * @param plans    the affairs that are written out and proved, by id
     * @param texts    the files' texts, by affair
     * @param problems of all files, in their order
     */
    public record Reading(City city, SequencedMap<String, AffairPlan> plans, Map<String, String> texts, List<CatalogueProblem> problems) {
    }

    /** What the text of one affair's file says: its plan, or what is wrong with it. */
    public record PlanReading(Optional<AffairPlan> plan, List<CatalogueProblem> problems) {
    }

    /** Reads everything below the folder. */
    public static Reading read(Path folder) {
        CityFiles cityFiles = new CityFiles(folder);
        City city = cityFiles.read();
        List<CatalogueProblem> problems = new ArrayList<>(cityFiles.problems());
        SequencedMap<String, AffairPlan> plans = new LinkedHashMap<>();
        Map<String, String> texts = new LinkedHashMap<>();
        for (OneFile read : files(folder.resolve("affairs")).parallelStream().map(path -> read(city, folder, path)).toList()) {
            read.plan().ifPresent(plan -> {
                plans.put(plan.affair().id(), plan);
                texts.put(plan.affair().id(), read.text());
            });
            problems.addAll(read.problems());
        }
        return new Reading(city, Collections.unmodifiableSequencedMap(plans), Map.copyOf(texts), problems.stream().sorted().toList());
    }

    private record OneFile(String text, Optional<AffairPlan> plan, List<CatalogueProblem> problems) {
    }

    private static OneFile read(City city, Path folder, Path path) {
        String file = folder.relativize(path).toString().replace('\\', '/');
        Problems own = new Problems(file);
        Optional<String> text = text(path, file, own);
        return new OneFile(text.orElse(""), text.flatMap(t -> new AffairFile(city, file, own, false).read(t)), own.list());
    }

    /** Reads the text of one affair's file as an editor has it before her; `file` is its path inside the catalogue's folder. */
    public static PlanReading read(City city, String file, String text) {
        Problems problems = new Problems(file);
        return new PlanReading(new AffairFile(city, file, problems, false).read(text), problems.list());
    }

    /** Reads a text published in the past; what the city promises today is not held against it. */
    static PlanReading readSuperseded(City city, String name, String text) {
        Problems problems = new Problems(name);
        return new PlanReading(new AffairFile(city, name, problems, true).read(text), problems.list());
    }

    private static Optional<String> text(Path path, String file, Problems problems) {
        if (!file.endsWith(".yaml")) {
            problems.add(0, "This is not an affair's file", "Name it `.yaml`, or move it out of the folder.");
            return Optional.empty();
        }
        return FileText.read(path, problems);
    }

    /** All files below, without hidden ones, such as those an editing program leaves behind. */
    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> !Files.isDirectory(path) && !path.getFileName().toString().startsWith(".")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The catalogue's folder cannot be read: " + folder, e);
        }
    }
}
