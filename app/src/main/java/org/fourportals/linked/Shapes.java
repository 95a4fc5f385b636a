package org.fourportals.linked;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.apache.jena.graph.Graph;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.ValidationReport;

/**
 * The shapes that linked data must have: what the specification of CPSV-AP 3.2 demands of the classes we use, with its cardinalities and ranges,
 * and which of its recommended properties we demand besides; and the same of DCAT-AP 3 for the data sets.
 */
final class Shapes {

    private static final int MOST_FAULTS = 100;
    private static final org.apache.jena.shacl.Shapes SHAPES = load("/linked/shapes.ttl");
    private static final org.apache.jena.shacl.Shapes DATA_SHAPES = load("/linked/data-shapes.ttl");

    private Shapes() {
    }

    private static org.apache.jena.shacl.Shapes load(String file) {
        try (InputStream text = Objects.requireNonNull(Shapes.class.getResourceAsStream(file), file)) {
            return org.apache.jena.shacl.Shapes.parse(RDFParser.source(text).lang(Lang.TURTLE).toGraph());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with a graph; empty where it conforms. */
    static List<Fault> check(Model model) {
        return check(model, SHAPES);
    }

    /** What is wrong with a graph of data sets; empty where it conforms. */
    static List<Fault> checkDatasets(Model model) {
        return check(model, DATA_SHAPES);
    }

    private static List<Fault> check(Model model, org.apache.jena.shacl.Shapes shapes) {
        Graph graph = model.getGraph();
        ValidationReport report = ShaclValidator.get().validate(shapes, graph);
        return report.getEntries().stream().limit(MOST_FAULTS).map(entry -> Fault.of(GraphFacts.shortened(
                entry.focusNode() + (entry.resultPath() == null ? "" : " " + entry.resultPath()) + ": " + entry.message()))).sorted(
                        Comparator.comparing(Fault::message)).distinct().toList();
    }
}
