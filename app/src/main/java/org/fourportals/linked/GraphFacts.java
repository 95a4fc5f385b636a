package org.fourportals.linked;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.jena.rdf.model.Literal;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.Statement;
import org.fourportals.base.Text;
import org.jspecify.annotations.Nullable;

/** Single facts of a graph, and what is wrong with them. A wrong fact is noted and something stands in its place, so that all are found at once. */
final class GraphFacts {

    static final String MISSING = "?";

    private static final int MOST_FAULTS = 100;
    private static final Pattern DAYS = Pattern.compile("P(\\d{1,4})D");

    private final Set<Fault> faults = new LinkedHashSet<>();

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    void fault(String message) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(Fault.of(message));
        }
    }

    String identifier(Resource it) {
        List<Statement> found = it.listProperties(Vocabulary.IDENTIFIER).toList();
        if (found.size() != 1 || !found.getFirst().getObject().isLiteral() || found.getFirst().getString().isBlank()) {
            fault(name(it) + " must have exactly one identifier (dct:identifier)");
            return MISSING;
        }
        return found.getFirst().getString();
    }

    Text text(Resource it, Property property) {
        Text found = findText(it, property);
        if (found == null) {
            fault(name(it) + " lacks " + name(property) + " in zh and en");
            return new Text(MISSING, MISSING);
        }
        return found;
    }

    /** Null if it has none in any language; one language alone is a fault. */
    @Nullable Text findText(Resource it, Property property) {
        String zh = null;
        String en = null;
        for (Statement statement : it.listProperties(property).toList()) {
            RDFNode object = statement.getObject();
            String language = object.isLiteral() ? object.asLiteral().getLanguage() : "";
            if (language.equals("zh") && zh == null) {
                zh = object.asLiteral().getString();
            } else if (language.equals("en") && en == null) {
                en = object.asLiteral().getString();
            } else {
                fault(name(it) + " has " + name(property) + (language.isEmpty() ? " without a language" : " twice or in a language we do not read: " + language));
            }
        }
        if (zh == null && en == null) {
            return null;
        }
        if (zh == null || en == null || zh.isBlank() || en.isBlank()) {
            fault(name(it) + " lacks " + name(property) + (zh == null || zh.isBlank() ? " in zh" : " in en"));
            return new Text(MISSING, MISSING);
        }
        return new Text(zh, en);
    }

    List<Resource> things(Resource it, Property property) {
        List<Resource> found = new ArrayList<>();
        for (Statement statement : it.listProperties(property).toList()) {
            if (statement.getObject().isResource()) {
                found.add(statement.getResource());
            } else {
                fault(name(it) + ": " + name(property) + " must lead to a thing, not to a text");
            }
        }
        return found;
    }

    /** The one thing a property leads to; null if there is none, and a fault if there are several. */
    @Nullable Resource findThing(Resource it, Property property) {
        List<Resource> found = things(it, property);
        if (found.size() > 1) {
            fault(name(it) + " has " + name(property) + " more than once");
        }
        return found.isEmpty() ? null : found.getFirst();
    }

    /** Whole days of processing time. */
    int days(Resource it) {
        Matcher days = DAYS.matcher(literal(it, Vocabulary.PROCESSING_TIME));
        if (!days.matches()) {
            fault(name(it) + ": the processing time (cv:processingTime) must be whole days, such as P5D");
            return 0;
        }
        return Integer.parseInt(days.group(1));
    }

    /** An amount of money. */
    String amount(Resource it) {
        String value = literal(it, Vocabulary.HAS_VALUE);
        try {
            BigDecimal amount = BigDecimal.valueOf(Double.parseDouble(value));
            if (amount.signum() >= 0 && amount.compareTo(BigDecimal.valueOf(1e12)) <= 0) {
                return DescribedCity.plain(amount);
            }
        } catch (NumberFormatException e) {
            // said below
        }
        fault(name(it) + ": the amount (cv:hasValue) must be a number from 0, not " + shortened(value));
        return "0";
    }

    private static String literal(Resource it, Property property) {
        Statement statement = it.getProperty(property);
        return statement != null && statement.getObject() instanceof Literal literal ? literal.getLexicalForm() : "";
    }

    static String name(Resource it) {
        String uri = it.getURI();
        return Vocabulary.PREFIXES.entrySet().stream().filter(p -> uri != null && uri.startsWith(p.getValue())).map(Map.Entry::getKey).findFirst()
                .map(prefix -> prefix + ":" + it.getLocalName()).orElseGet(() -> shortened(uri == null ? "A thing without a name" : "<" + uri + ">"));
    }

    static String shortened(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }
}
