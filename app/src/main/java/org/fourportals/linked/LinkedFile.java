package org.fourportals.linked;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.loader.DocumentLoader;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.riot.system.StreamRDFWrapper;
import org.apache.jena.sparql.util.Context;

/** Turns graphs into files and files into graphs. What a file says decides nothing outside it: nothing is ever fetched for it. */
final class LinkedFile {

    static final int MOST_BYTES = 64 << 20;
    private static final int MOST_TRIPLES = 1_000_000;
    static final int LONGEST_TEXT = 20_000;
    private static final int MOST_FAULTS = 100;
    private static final String BASE = "https://file.example/";

    private static final DocumentLoader NOTHING_IS_FETCHED = (URI address, com.apicatalog.jsonld.loader.DocumentLoaderOptions options) -> {
        throw new JsonLdError(JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED, "Nothing is fetched: " + address);
    };

    private LinkedFile() {
    }

    /** A graph, empty where there are faults. */
    record Parsed(Model model, List<Fault> faults) {

        static Parsed refused(Fault fault) {
            return new Parsed(ModelFactory.createDefaultModel(), List.of(fault));
        }
    }

    static byte[] write(Model model, Syntax syntax) {
        var out = new ByteArrayOutputStream();
        RDFWriter.source(model).format(switch (syntax) {
            case TURTLE -> RDFFormat.TURTLE_BLOCKS;
            case JSON_LD -> RDFFormat.JSONLD11_PRETTY;
        }).output(out);
        return out.toByteArray();
    }

    static Parsed parse(byte[] bytes, Syntax syntax) {
        if (bytes.length > MOST_BYTES) {
            return Parsed.refused(Fault.of("The file is larger than " + (MOST_BYTES >> 20) + " MB"));
        }
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return Parsed.refused(Fault.of("The file is not written in UTF-8"));
        }
        List<Fault> faults = syntax == Syntax.JSON_LD ? JsonGuard.check(text) : List.of();
        return faults.isEmpty() ? graph(text, syntax) : new Parsed(ModelFactory.createDefaultModel(), faults);
    }

    private static Parsed graph(String text, Syntax syntax) {
        Model model = ModelFactory.createDefaultModel();
        var faults = new Faults();
        try {
            RDFParser.fromString(text, syntax == Syntax.TURTLE ? Lang.TURTLE : Lang.JSONLD11).base(BASE).context(context()).errorHandler(faults)
                    .parse(new Bounded(StreamRDFLib.graph(model.getGraph())));
        } catch (RiotException e) {
            if (faults.found.isEmpty()) {
                faults.note(null, e.getMessage());
            }
        } catch (TooMuch e) {
            faults.note(null, e.getMessage());
        } catch (StackOverflowError e) { // Turtle nests without a bound
            faults.note(null, "Brackets are nested too deeply");
        }
        return faults.found.isEmpty() ? new Parsed(model, List.of()) : new Parsed(ModelFactory.createDefaultModel(), List.copyOf(faults.found));
    }

    private static Context context() {
        var options = new JsonLdOptions(NOTHING_IS_FETCHED);
        options.setTimeout(java.time.Duration.ofSeconds(60));
        return Context.create().set(LangJSONLD11.JSONLD_OPTIONS, options);
    }

    /** Notes what the parser finds wrong, and goes on where the syntax allows it. */
    private static final class Faults implements ErrorHandler {

        private final List<Fault> found = new ArrayList<>();

        private void note(@org.jspecify.annotations.Nullable Long line, @org.jspecify.annotations.Nullable String message) {
            if (found.size() < MOST_FAULTS) {
                found.add(new Fault(line, GraphFacts.shortened(String.valueOf(message))));
            }
        }

        /** Of the warnings only those of values that are not of their type matter; what an address should look like does not. */
        @Override
        public void warning(String message, long line, long col) {
            if (message.startsWith("Lexical form")) {
                note(line < 1 ? null : line, message);
            }
        }

        @Override
        public void error(String message, long line, long col) {
            note(line < 1 ? null : line, message);
        }

        @Override
        public void fatal(String message, long line, long col) {
            note(line < 1 ? null : line, message);
            throw new RiotException(message);
        }
    }

    private static final class TooMuch extends RuntimeException {
        private TooMuch(String message) {
            super(message);
        }
    }

    /** Lets no more through than a catalogue can have. */
    private static final class Bounded extends StreamRDFWrapper {

        private int triples;

        private Bounded(StreamRDF to) {
            super(to);
        }

        @Override
        public void triple(Triple triple) {
            if (++triples > MOST_TRIPLES) {
                throw new TooMuch("The file says more than %,d things".formatted(MOST_TRIPLES));
            }
            if (triple.getObject().isLiteral() && triple.getObject().getLiteralLexicalForm().length() > LONGEST_TEXT) {
                throw new TooMuch("A text is longer than %,d characters: %s of %s".formatted(LONGEST_TEXT, triple.getPredicate(),
                        GraphFacts.shortened(triple.getSubject().toString())));
            }
            super.triple(triple);
        }
    }
}
