package org.fourportals.circumstances.dmn;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.fourportals.circumstances.Problem;
import org.fourportals.circumstances.Question;
import org.fourportals.circumstances.condition.Place;
import org.fourportals.circumstances.condition.Wording;
import org.fourportals.circumstances.dmn.FeelNode.Test;

/** What a model says of the values of an input: their type, the values that are allowed, the parts of a thing. */
record Declared(String base, boolean several, List<Test> allowed, List<Node> parts) {

    private static final long FAR = 1_000_000_000L;
    private static final Set<String> TYPES = Set.of("boolean", "date", "string", "number");

    /** The type of that name, through the model's own definitions. */
    static Declared of(String type, Node root, Place place) {
        return of(type, root, place, new HashSet<>());
    }

    private static Declared of(String type, Node root, Place place, Set<String> seen) {
        String name = type.substring(type.indexOf(':') + 1);
        Optional<Node> definition = root.all("itemDefinition").stream().filter(node -> node.attribute("name").equals(Optional.of(name))).findFirst();
        if (definition.isPresent() && seen.add(name)) {
            return of(definition.get(), root, seen);
        }
        String base = switch (name.toLowerCase(Locale.ROOT)) {
            case "integer", "int", "long", "double", "decimal", "number" -> "number";
            case "string", "text" -> "string";
            case "any", "" -> "";
            case String other -> other;
        };
        if (!base.isEmpty() && !TYPES.contains(base)) {
            throw new CannotRead(Problem.Kind.BAD_QUESTION, place, "The type “" + name + "” cannot be followed.",
                    "Use boolean, string, number or date, or an item definition made of them.");
        }
        return new Declared(base, false, List.of(), List.of());
    }

    private static Declared of(Node definition, Node root, Set<String> seen) {
        List<Node> parts = definition.all("itemComponent");
        Declared inner = parts.isEmpty() ? of(definition.textOf("typeRef").orElse(""), root, definition.place, seen)
                : new Declared("thing", false, List.of(), parts);
        List<Test> allowed = allowed(definition, "allowedValues");
        return new Declared(inner.base, inner.several || definition.attribute("isCollection").equals(Optional.of("true")),
                allowed.isEmpty() ? inner.allowed : allowed, inner.parts);
    }

    /** The values that an element's child allows; none if it says nothing. */
    static List<Test> allowed(Node node, String child) {
        return node.one(child).flatMap(Node::expression)
                .map(text -> FeelParser.tests(text, Set.of(), node.place)).orElse(List.of());
    }

    Declared allowing(List<Test> values) {
        return allowed.isEmpty() ? new Declared(base, several, values, parts) : this;
    }

    /** The question, its type and values taken from what cells test where the model does not say. */
    Question question(String id, Place place, List<Test> seen, Optional<Node> own, Node root, List<String> notes) {
        if (several != base.equals("thing") && !(several && base.equals("string"))) {
            throw wrong(id, place, several ? "is a list of what cannot be listed here" : "is one thing of several parts",
                    "Ask for the parts as single inputs, or for a list of texts.");
        }
        List<FeelNode> values = values(allowed.isEmpty() ? seen : allowed);
        return switch (base.isEmpty() ? guessed(values) : base) {
            case "boolean" -> Question.yesNo(id, null, place);
            case "date" -> Question.date(id, null, place);
            case "thing" -> Question.repeated(id, fields(root, notes), own.flatMap(node -> node.attribute("most"))
                    .filter(most -> most.matches("[0-9]{1,3}")).map(Long::parseLong).orElseThrow(() -> wrong(id, place, "does not say how many things there may be",
                            "Ask about the things as single inputs.")), null, place);
            case "string" -> {
                List<String> texts = values.stream().filter(FeelNode.Text.class::isInstance).map(one -> ((FeelNode.Text) one).value()).distinct().toList();
                if (texts.isEmpty() || allowed.isEmpty() && (texts.size() < 2 || seen.stream().anyMatch(Test.Not.class::isInstance))) {
                    throw wrong(id, place, "is a text, and the model does not list its values", "Give its type the allowed values.");
                }
                if (allowed.isEmpty()) {
                    notes.add(place + ": “" + id + "” lists no allowed values; its answers are those that its cells name: " + String.join(", ", texts) + ".");
                }
                yield several ? Question.severalOf(id, texts, null, place) : Question.choice(id, texts, null, place);
            }
            default -> number(id, place, values, own, notes);
        };
    }

    private static String guessed(List<FeelNode> values) {
        return values.isEmpty() ? "" : switch (values.getFirst()) {
            case FeelNode.Text _ -> "string";
            case FeelNode.Bool _ -> "boolean";
            case FeelNode.Day _ -> "date";
            default -> "number";
        };
    }

    private Question number(String id, Place place, List<FeelNode> values, Optional<Node> own, List<String> notes) {
        List<BigDecimal> numbers = values.stream().filter(FeelNode.Num.class::isInstance).map(one -> ((FeelNode.Num) one).value()).sorted().toList();
        if (base.isEmpty() && numbers.isEmpty()) {
            throw wrong(id, place, "has no type, and no cell tells of which type it is", "Give it a type.");
        }
        boolean money = own.flatMap(node -> node.attribute("kind")).map("money"::equals).orElse(numbers.stream().anyMatch(one -> one.scale() > 0));
        BigDecimal far = BigDecimal.valueOf(FAR);
        boolean bounded = allowed.size() == 1 && allowed.getFirst() instanceof Test.Range && numbers.size() == 2;
        BigDecimal least = bounded ? numbers.getFirst() : numbers.isEmpty() || numbers.getFirst().signum() >= 0 ? BigDecimal.ZERO : far.negate();
        BigDecimal most = bounded ? numbers.getLast() : far;
        if (numbers.stream().anyMatch(one -> one.abs().compareTo(BigDecimal.valueOf(FAR * 1_000_000)) > 0)) {
            throw wrong(id, place, "is compared with numbers that are too large", "Use numbers up to 1,000,000,000,000,000.");
        }
        if (!bounded) {
            notes.add(place + ": “" + id + "” has no range from one number to another; it is read as " + least.toPlainString() + " to " + most.toPlainString() + ".");
        }
        long min = least.setScale(0, RoundingMode.FLOOR).longValueExact();
        long max = most.setScale(0, RoundingMode.CEILING).longValueExact();
        return money ? Question.money(id, min, max, null, place) : Question.number(id, min, max, null, place);
    }

    private List<Question> fields(Node root, List<String> notes) {
        List<Question> fields = new ArrayList<>();
        for (Node part : parts) {
            String id = part.attribute("name").orElse("");
            Declared field = of(part, root, new HashSet<>());
            if (field.base.equals("thing")) {
                throw wrong(id, part.place, "has parts itself", "Ask for them as parts of the whole.");
            }
            fields.add(field.question(id, part.place, List.of(), part.extension("question"), root, notes));
        }
        return fields;
    }

    private static CannotRead wrong(String id, Place place, String what, String remedy) {
        return new CannotRead(Problem.Kind.BAD_QUESTION, place, "“" + Wording.brief(id) + "” " + what + ".", remedy);
    }

    /** All values that tests name. */
    static List<FeelNode> values(List<Test> tests) {
        List<FeelNode> values = new ArrayList<>();
        for (Test test : tests) {
            switch (test) {
                case Test.Is(FeelNode value) when !(value instanceof FeelNode.Nothing) -> values.add(value);
                case Test.Compared(_, FeelNode value) -> values.add(value);
                case Test.Range(FeelNode low, _, FeelNode high, _) -> values.addAll(List.of(low, high));
                case Test.Not(List<Test> none) -> values.addAll(values(none));
                case Test.Holds(FeelNode.Call(String function, List<FeelNode> parts)) when function.equals("list contains") && parts.size() == 2 ->
                        values.add(parts.get(1));
                case Test.Any _, Test.Is _, Test.Holds _ -> { }
            }
        }
        return values;
    }
}
