package org.fourportals.circumstances.dmn;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes indented XML, one element a line; characters that XML cannot carry are left out. */
final class Xml {

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter writer;
    private int depth;

    Xml() {
        text.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        try {
            writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Opens an element with these attributes, name and value in turn. */
    Xml open(String name, String... attributes) {
        line();
        run(() -> writer.writeStartElement(name));
        attributes(attributes);
        depth++;
        return this;
    }

    Xml close() {
        depth--;
        line();
        run(writer::writeEndElement);
        return this;
    }

    /** An element without content. */
    Xml empty(String name, String... attributes) {
        line();
        run(() -> writer.writeEmptyElement(name));
        attributes(attributes);
        return this;
    }

    /** An element that holds text only. */
    Xml text(String name, String content, String... attributes) {
        line();
        run(() -> writer.writeStartElement(name));
        attributes(attributes);
        run(() -> writer.writeCharacters(printable(content)));
        run(writer::writeEndElement);
        return this;
    }

    @Override
    public String toString() {
        run(writer::flush);
        return text + "\n";
    }

    private void attributes(String... attributes) {
        for (int i = 0; i < attributes.length; i += 2) {
            String name = attributes[i];
            String value = printable(attributes[i + 1]);
            run(() -> writer.writeAttribute(name, value));
        }
    }

    private void line() {
        run(() -> writer.writeCharacters("\n" + "  ".repeat(depth)));
    }

    private static String printable(String content) {
        StringBuilder kept = new StringBuilder();
        content.codePoints().filter(c -> c == '\t' || c == '\n' || c >= 0x20 && c <= 0xD7FF
                || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private interface Writing {
        void run() throws XMLStreamException;
    }

    private static void run(Writing writing) {
        try {
            writing.run();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }
}
