package org.fourportals.circumstances.dmn;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fourportals.circumstances.AffairRules;
import org.fourportals.circumstances.Question;

/** Writes a model as the standard's XML, with the drawing. */
final class DmnXml {

    /** The space of what the program writes for itself, so that nothing is lost on the way back. */
    static final String OWN_SPACE = "urn:fourportals:dmn";
    static final String OWN_NAME = "Four Portals";

    private final Xml xml = new Xml();
    private final Map<String, Element> byName;

    private DmnXml(List<Element> elements) {
        byName = elements.stream().collect(Collectors.toMap(Element::name, element -> element));
    }

    static String write(AffairRules rules, String title, List<Element> elements) {
        DmnXml writer = new DmnXml(elements);
        String id = rules.affair().replaceAll("[^A-Za-z0-9_-]", "_");
        writer.xml.open("definitions", "xmlns", "https://www.omg.org/spec/DMN/20230324/MODEL/",
                "xmlns:dmndi", "https://www.omg.org/spec/DMN/20230324/DMNDI/",
                "xmlns:dc", "http://www.omg.org/spec/DMN/20180521/DC/",
                "xmlns:di", "http://www.omg.org/spec/DMN/20180521/DI/",
                "xmlns:fourportals", OWN_SPACE,
                "id", "affair_" + id, "name", title, "namespace", "urn:fourportals:affair:" + id,
                "expressionLanguage", "https://www.omg.org/spec/DMN/20230324/FEEL/",
                "typeLanguage", "https://www.omg.org/spec/DMN/20230324/FEEL/", "exporter", OWN_NAME);
        writer.types(rules);
        elements.forEach(writer::element);
        writer.drawing(elements);
        writer.xml.close();
        return writer.xml.toString();
    }

    private void types(AffairRules rules) {
        xml.open("itemDefinition", "id", "type_" + Assembly.LIST_OF_IDS, "name", Assembly.LIST_OF_IDS, "isCollection", "true")
                .text("typeRef", "string").close();
        for (Question question : rules.questions()) {
            String type = Assembly.type(question);
            switch (question.kind()) {
                case YES_NO, DATE -> { }
                case CHOICE -> allowed(type, "string", values(question), false);
                case SEVERAL_OF -> allowed(type, "string", values(question), true);
                case REPEATED -> things(type, question);
                case NUMBER, MONEY -> allowed(type, "number", values(question), false);
            }
        }
    }

    /** Repeated things: a list of contexts, an entry a field. */
    private void things(String type, Question question) {
        xml.open("itemDefinition", "id", "type_" + type, "name", type, "isCollection", "true");
        for (Question field : question.fields()) {
            xml.open("itemComponent", "id", "type_" + type + "." + field.id(), "name", field.id(),
                    "isCollection", String.valueOf(field.kind() == Question.Kind.SEVERAL_OF));
            if (field.kind() == Question.Kind.MONEY) {
                xml.open("extensionElements").empty("fourportals:question", "kind", "money").close();
            }
            xml.text("typeRef", switch (field.kind()) {
                case YES_NO -> "boolean";
                case CHOICE, SEVERAL_OF -> "string";
                case NUMBER, MONEY -> "number";
                case DATE -> "date";
                case REPEATED -> "Any";
            });
            String values = values(field);
            if (!values.isEmpty()) {
                xml.open("allowedValues", "id", "values_" + type + "." + field.id()).text("text", values).close();
            }
            xml.close();
        }
        xml.close();
    }

    /** The values that a question allows, as a test; empty if its type says it all. */
    private static String values(Question question) {
        return switch (question.kind()) {
            case CHOICE, SEVERAL_OF -> question.answers().stream().map(Feel::quoted).collect(Collectors.joining(", "));
            case NUMBER, MONEY -> "[" + question.min() + ".." + question.max() + "]";
            case YES_NO, DATE, REPEATED -> "";
        };
    }

    private void allowed(String name, String base, String values, boolean collection) {
        xml.open("itemDefinition", "id", "type_" + name, "name", name, "isCollection", String.valueOf(collection))
                .text("typeRef", base)
                .open("allowedValues", "id", "values_" + name).text("text", values).close().close();
    }

    private void element(Element element) {
        boolean input = element instanceof Element.Input;
        xml.open(input ? "inputData" : "decision", "id", element.id(), "name", element.name(), "label", element.label());
        if (element instanceof Element.Input asked && !asked.own().isEmpty()) {
            xml.open("extensionElements").empty("fourportals:question", asked.own().toArray(String[]::new)).close();
        }
        xml.empty("variable", "id", "variable_" + element.name(), "name", element.name(), "typeRef", element.type());
        for (String need : element.needs()) {
            xml.open("informationRequirement", "id", "need_" + element.name() + "." + need);
            Element needed = byName.get(need);
            xml.empty(needed instanceof Element.Input ? "requiredInput" : "requiredDecision", "href", "#" + needed.id());
            xml.close();
        }
        switch (element) {
            case Element.Input _ -> { }
            case Element.Formula formula -> xml.open("literalExpression", "id", "expression_" + formula.name())
                    .text("text", formula.text()).close();
            case Element.Table table -> table(table);
        }
        xml.close();
    }

    private void table(Element.Table table) {
        String name = table.name();
        xml.open("decisionTable", "id", "table_" + name, "hitPolicy", "COLLECT", "outputLabel", table.label());
        int column = 0;
        for (Element.Clause clause : table.clauses()) {
            String id = name + "." + ++column;
            xml.open("input", "id", "clause_" + id, "label", clause.label())
                    .open("inputExpression", "id", "looks_" + id, "typeRef", clause.type()).text("text", clause.expression()).close()
                    .close();
        }
        xml.empty("output", "id", "output_" + name, "name", name, "typeRef", "string");
        int number = 0;
        for (Element.Row row : table.rows()) {
            String id = name + "." + ++number;
            xml.open("rule", "id", "rule_" + id);
            int cell = 0;
            for (String test : row.tests()) {
                xml.open("inputEntry", "id", "test_" + id + "." + ++cell).text("text", test).close();
            }
            xml.open("outputEntry", "id", "gives_" + id).text("text", Feel.quoted(row.output())).close();
            xml.close();
        }
        xml.close();
    }

    private void drawing(List<Element> elements) {
        Map<String, Layout.Box> boxes = Layout.boxes(elements);
        xml.open("dmndi:DMNDI").open("dmndi:DMNDiagram", "id", "drawing");
        for (Element element : elements) {
            Layout.Box box = boxes.get(element.name());
            xml.open("dmndi:DMNShape", "id", "shape_" + element.name(), "dmnElementRef", element.id());
            xml.empty("dc:Bounds", "x", "" + box.x(), "y", "" + box.y(), "width", "" + box.width(), "height", "" + box.height());
            xml.close();
        }
        for (Element element : elements) {
            for (String need : element.needs()) {
                Layout.Box from = boxes.get(need);
                Layout.Box to = boxes.get(element.name());
                xml.open("dmndi:DMNEdge", "id", "edge_" + element.name() + "." + need,
                        "dmnElementRef", "need_" + element.name() + "." + need);
                xml.empty("di:waypoint", "x", "" + (from.x() + from.width() / 2), "y", "" + from.y());
                xml.empty("di:waypoint", "x", "" + (to.x() + to.width() / 2), "y", "" + (to.y() + to.height()));
                xml.close();
            }
        }
        xml.close().close();
    }
}
