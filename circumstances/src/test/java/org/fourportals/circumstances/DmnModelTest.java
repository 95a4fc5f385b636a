package org.fourportals.circumstances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.net.URL;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.fourportals.circumstances.condition.Answer;
import org.fourportals.circumstances.condition.Place;
import org.fourportals.circumstances.dmn.DmnModel;
import org.junit.jupiter.api.Test;
import org.kie.dmn.api.core.DMNResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The exported file itself: what the standard's schema says of it, what is drawn, and what strange names do to it. */
class DmnModelTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final long SEED = Long.getLong("circumstances.seed", 20_260_301L);
    private static final Place PLACE = new Place("model.yaml", 1);

    @Test
    void isWhatTheSchemaOfDmn15Demands() throws Exception {
        URL schema = Thread.currentThread().getContextClassLoader().getResource("org/omg/spec/DMN/20230324/DMN15.xsd");
        SchemaFactory factory = SchemaFactory.newDefaultInstance();
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "jar:file,file");
        for (long seed = SEED; seed < SEED + 40; seed++) {
            String xml = DmnModel.of(new RandomAffair(seed, true).rules(), "随机 <" + seed + "> & \"more\"\u0000\uD800",
                    Map.of("q0", "第一问：\u000b是不是？")).xml();
            factory.newSchema(schema).newValidator().validate(new StreamSource(new StringReader(xml)));
        }
    }

    @Test
    void drawsEveryElementOnceAndNoneOverAnother() throws Exception {
        Document document = document(DmnModel.of(new RandomAffair(SEED, true).rules(), "drawn").xml());
        Set<String> drawn = new HashSet<>();
        List<int[]> boxes = new ArrayList<>();
        NodeList shapes = document.getElementsByTagName("dmndi:DMNShape");
        for (int i = 0; i < shapes.getLength(); i++) {
            Element shape = (Element) shapes.item(i);
            assertThat(drawn.add(shape.getAttribute("dmnElementRef"))).isTrue();
            Element box = (Element) shape.getElementsByTagName("dc:Bounds").item(0);
            int[] at = {Integer.parseInt(box.getAttribute("x")), Integer.parseInt(box.getAttribute("y")),
                Integer.parseInt(box.getAttribute("width")), Integer.parseInt(box.getAttribute("height"))};
            assertThat(boxes).noneMatch(other -> at[0] < other[0] + other[2] && other[0] < at[0] + at[2]
                    && at[1] < other[1] + other[3] && other[1] < at[1] + at[3]);
            boxes.add(at);
        }
        for (String kind : List.of("inputData", "decision")) {
            NodeList elements = document.getElementsByTagName(kind);
            for (int i = 0; i < elements.getLength(); i++) {
                assertThat(drawn.remove(((Element) elements.item(i)).getAttribute("id"))).isTrue();
            }
        }
        assertThat(drawn).isEmpty();
        assertThat(document.getElementsByTagName("dmndi:DMNEdge").getLength())
                .isEqualTo(document.getElementsByTagName("informationRequirement").getLength()).isPositive();
    }

    @Test
    void namesThatMeanSomethingToOtherToolsAndTextsInQuotesDoNoHarm() {
        List<Question> questions = List.of(Question.yesNo("count", null, PLACE), Question.yesNo("grounds", null, PLACE),
                Question.choice("list", List.of("a\"b", "c\\d", "它"), "count", PLACE), Question.number("countIfAsked", 0, 9, null, PLACE));
        AffairRules rules = new AffairRules("strange/names <&>", questions, List.of(),
                List.of(new Rule("g", "count or grounds", PLACE), new Rule("l", "list = \"它\" and countIfAsked > 3", PLACE)),
                List.of(), List.of(), List.of(new Rule("n", "not(list != \"它\")", PLACE)), Set.of());
        KieModel kie = new KieModel(DmnModel.of(rules, "strange"));
        Map<String, Answer> answers = new LinkedHashMap<>(Map.of("count", Answer.YES, "grounds", Answer.NO, "list", Answer.of("它"),
                "countIfAsked", Answer.of(4)));
        DMNResult result = kie.evaluate(answers, TODAY);
        assertThat(kie.met(result, Section.GROUND)).containsExactlyInAnyOrder("g", "l");
        assertThat(kie.met(result, Section.OTHER)).containsExactly("n");
        answers.put("list", Answer.of("a\"b"));
        assertThat(kie.met(kie.evaluate(answers, TODAY), Section.OTHER)).isEmpty();
    }

    @Test
    void conditionsWithTooManyAlternativesBecomeExpressions() throws Exception {
        List<Question> questions = new ArrayList<>();
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            questions.add(Question.yesNo("x" + i, null, PLACE));
            questions.add(Question.yesNo("y" + i, i == 0 ? "x0" : null, PLACE));
            pairs.add("(x%d or y%d)".formatted(i, i));
        }
        AffairRules rules = new AffairRules("pairs", questions, List.of(),
                List.of(new Rule("all", String.join(" and ", pairs), PLACE), new Rule("y0", "y0", PLACE)), List.of(), List.of(), List.of(), Set.of());
        DmnModel model = DmnModel.of(rules, "pairs");
        assertThat(document(model.xml()).getElementsByTagName("rule").getLength()).isLessThan(200);
        KieModel kie = new KieModel(model);
        Random random = new Random(SEED);
        int met = 0;
        for (int round = 0; round < 300; round++) {
            Map<String, Answer> answers = new LinkedHashMap<>();
            for (Question question : questions) {
                answers.put(question.id(), Answer.of(random.nextInt(8) > 0));
            }
            Set<String> expected = new HashSet<>();
            boolean all = true;
            for (int i = 0; i < 10; i++) {
                all &= answers.get("x" + i).equals(Answer.YES) || i > 0 && answers.get("y" + i).equals(Answer.YES);
            }
            if (all) {
                expected.add("all");
                met++;
            }
            if (answers.get("x0").equals(Answer.YES) && answers.get("y0").equals(Answer.YES)) {
                expected.add("y0");
            }
            assertThat(kie.met(kie.evaluate(answers, TODAY), Section.GROUND)).as("seed %d, %s", SEED, answers).isEqualTo(expected);
        }
        assertThat(met).isBetween(1, 299);
    }

    @Test
    void refusesRulesThatCannotBeRead() {
        AffairRules rules = new AffairRules("bad", List.of(), List.of(), List.of(new Rule("g", "age >", PLACE)), List.of(), List.of(), List.of(), Set.of());
        assertThatThrownBy(() -> DmnModel.of(rules, "bad")).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("model.yaml:1");
    }

    private static Document document(String xml) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }
}
