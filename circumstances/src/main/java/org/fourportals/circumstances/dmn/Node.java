package org.fourportals.circumstances.dmn;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.fourportals.circumstances.Problem;
import org.fourportals.circumstances.condition.Place;
import org.fourportals.circumstances.condition.Wording;

/** An element of a model's file, with the line where it begins. No entity is ever looked up: a file with a DTD is refused. */
final class Node {

    private static final int MOST_CHARACTERS = 20_000_000;
    private static final int MOST_ELEMENTS = 500_000;
    private static final int DEEPEST = 100;

    final String space;
    final String name;
    final Place place;
    final List<Node> children = new ArrayList<>();
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final StringBuilder text = new StringBuilder();

    private Node(String space, String name, Place place) {
        this.space = space;
        this.name = name;
        this.place = place;
    }

    /** Reads a file. Throws {@link CannotRead} where it is not well-formed, declares a document type, or is far too large. */
    static Node read(String xml, String file) {
        if (xml.length() > MOST_CHARACTERS) {
            throw new CannotRead(Problem.Kind.TOO_LARGE, new Place(file, 1), "The file has " + xml.length() + " characters: more than the "
                    + MOST_CHARACTERS + " that are read.", "Split the model.");
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((_, _, _, _) -> {
            throw new XMLStreamException("It refers to something outside itself.");
        });
        try {
            return read(factory.createXMLStreamReader(new StringReader(xml.startsWith("\uFEFF") ? xml.substring(1) : xml)), file);
        } catch (XMLStreamException wrong) {
            String said = String.valueOf(wrong.getMessage());
            String what = said.contains("Message: ") ? said.substring(said.indexOf("Message: ") + 9) : said;
            int line = wrong.getLocation() == null ? 1 : Math.max(1, wrong.getLocation().getLineNumber());
            throw new CannotRead(Problem.Kind.SYNTAX, new Place(file, line), "The file is not well-formed XML: " + short200(what),
                    "Save the model again with the tool that it was drawn in.");
        }
    }

    private static String short200(String what) {
        String line = what.replaceAll("\\s+", " ").strip();
        return line.length() > 200 ? line.substring(0, 200) + "…" : line;
    }

    private static Node read(XMLStreamReader reader, String file) throws XMLStreamException {
        Deque<Node> open = new ArrayDeque<>();
        Node root = null;
        int elements = 0;
        while (reader.hasNext()) {
            Place place = new Place(file, Math.max(1, reader.getLocation().getLineNumber()));
            switch (reader.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw new CannotRead(Problem.Kind.SYNTAX, place,
                        "The file declares or uses entities, which are never looked up.", "Remove the DOCTYPE and all that needs it.");
                case XMLStreamConstants.START_ELEMENT -> {
                    place = new Place(file, Math.max(1, reader.getLocation().getLineNumber()));
                    if (++elements > MOST_ELEMENTS || open.size() >= DEEPEST) {
                        throw new CannotRead(Problem.Kind.TOO_LARGE, place, "The file has more than " + MOST_ELEMENTS
                                + " elements, or they are nested more than " + DEEPEST + " deep.", "Split the model.");
                    }
                    Node node = new Node(String.valueOf(reader.getNamespaceURI()), reader.getLocalName(), place);
                    for (int i = 0; i < reader.getAttributeCount(); i++) {
                        node.attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
                    }
                    root = root == null ? node : root;
                    if (!open.isEmpty()) {
                        open.peek().children.add(node);
                    }
                    open.push(node);
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (!open.isEmpty()) {
                        open.peek().text.append(reader.getText());
                    }
                }
                default -> { }
            }
        }
        return Objects.requireNonNull(root);
    }

    /** An attribute, empty if it is missing or blank. */
    Optional<String> attribute(String key) {
        return Optional.ofNullable(attributes.get(key)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** The children of that name in the model's own namespace. */
    List<Node> all(String child) {
        return children.stream().filter(node -> node.name.equals(child) && node.space.equals(space)).toList();
    }

    Optional<Node> one(String child) {
        return all(child).stream().findFirst();
    }

    /** What the child's `text` holds, as of an expression. */
    Optional<String> expression() {
        attribute("expressionLanguage").filter(language -> !language.toLowerCase(Locale.ROOT).contains("feel")).ifPresent(language -> {
            throw new CannotRead(Problem.Kind.SYNTAX, place, "An expression is written in “" + Wording.brief(language) + "”.", "Write it in FEEL.");
        });
        return one("text").map(node -> node.text.toString().strip()).filter(found -> !found.isEmpty());
    }

    /** What stands in the element itself, or in the child named. */
    String text() {
        return text.toString().strip();
    }

    Optional<String> textOf(String child) {
        return one(child).map(Node::text).filter(found -> !found.isEmpty());
    }

    /** What the program wrote for itself beside the standard's own elements. */
    Optional<Node> extension(String child) {
        return all("extensionElements").stream().flatMap(node -> node.children.stream())
                .filter(node -> node.space.equals(DmnXml.OWN_SPACE) && node.name.equals(child)).findFirst();
    }

    Stream<Node> named(String... names) {
        return children.stream().filter(node -> node.space.equals(space) && List.of(names).contains(node.name));
    }

    /** How messages call it. */
    String called() {
        return "“" + Wording.brief(attribute("name").or(() -> attribute("label")).or(() -> attribute("id")).orElse(name)) + "”";
    }
}
