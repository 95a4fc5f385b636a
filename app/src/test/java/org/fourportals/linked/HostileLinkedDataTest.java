package org.fourportals.linked;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpServer;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Resource;
import org.junit.jupiter.api.Test;

/** Files that are wrong, or meant to do harm. */
class HostileLinkedDataTest {

    private final Model model = WriteModel.of(LinkedDataTest.ALL.only(LinkedDataTest.AFFAIR), LinkedDataTest.ADDRESSES);
    private final Resource service = model.listResourcesWithProperty(org.apache.jena.vocabulary.RDF.type, Vocabulary.PUBLIC_SERVICE).next();

    private static List<Fault> faults(String text, Syntax syntax) {
        return faults(text.getBytes(UTF_8), syntax);
    }

    private static List<Fault> faults(byte[] bytes, Syntax syntax) {
        assertThat(LinkedData.read(bytes, syntax)).isInstanceOf(Reading.Refused.class);
        List<Fault> faults = ((Reading.Refused) LinkedData.read(bytes, syntax)).faults();
        assertThat(faults).isNotEmpty().hasSizeLessThanOrEqualTo(100).allSatisfy(f -> assertThat(f.toString()).hasSizeLessThan(800));
        return faults;
    }

    private List<Fault> faultsOfModel() {
        return faults(LinkedFile.write(model, Syntax.TURTLE), Syntax.TURTLE);
    }

    @Test
    void tellsTheLineOfWhatCannotBeParsed() {
        assertThat(faults("@prefix a: <http://a/> .\n\na:b a:c .", Syntax.TURTLE).getFirst().line()).isEqualTo(3);
        assertThat(faults("{\n\"a\": }", Syntax.JSON_LD).getFirst().line()).isEqualTo(2);
        assertThat(faults("{\"a\": 1,\n \"a\": 2}", Syntax.JSON_LD).getFirst().line()).isEqualTo(2);
        assertThat(faults("@prefix x: <http://www.w3.org/2001/XMLSchema#> .\n<http://a> <http://b> \"ten\"^^x:double .", Syntax.TURTLE)
                .getFirst().line()).isEqualTo(2);
        for (Syntax syntax : Syntax.values()) {
            faults("", syntax);
            faults(new byte[] {(byte) 0xff, (byte) 0xfe, 0}, syntax);
            faults("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>", syntax);
        }
        assertThat(faults("{}", Syntax.JSON_LD).getFirst().message()).contains("cpsv:PublicService");
    }

    @Test
    void neverFetchesAnything() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        String elsewhere = "http://127.0.0.1:" + server.getAddress().getPort() + "/context.jsonld";
        try {
            for (String context : List.of("\"" + elsewhere + "\"", "[\"" + elsewhere + "\"]", "[{}, \"" + elsewhere + "\"]",
                    "{\"@version\": 1.1, \"@import\": \"" + elsewhere + "\"}", "\"file:///etc/passwd\"",
                    "{\"b\": {\"@id\": \"http://b\", \"@context\": \"" + elsewhere + "\"}}")) {
                List<Fault> faults = faults("{\n\"@context\": " + context + ", \"http://a\": {\"b\": 1}}", Syntax.JSON_LD);
                assertThat(faults.getFirst().toString()).startsWith("line 2").contains("not fetched");
            }
            String escaped = "{\"\\u0040context\": \"" + elsewhere + "\", \"http://a\": 1}";
            assertThat(faults(escaped, Syntax.JSON_LD).getFirst().message()).contains("not fetched");
            faults("@prefix owl: <http://www.w3.org/2002/07/owl#> .\n<" + elsewhere + "> owl:imports <" + elsewhere + "> .", Syntax.TURTLE);
        } finally {
            server.stop(0);
        }
        assertThat(asked).hasValue(0);
    }

    @Test
    void refusesWhatIsTooMuch() {
        String huge = "x".repeat(5 << 20);
        assertThat(faults("<http://a> <http://b> \"" + huge + "\" .", Syntax.TURTLE).getFirst().message()).contains("longer than");
        faults("{\"http://a\": \"" + huge + "\"}", Syntax.JSON_LD);
        assertThat(faults("<http://a> <http://b> " + "[ <http://b> ".repeat(300_000), Syntax.TURTLE)).isNotEmpty();
        assertThat(faults("<http://a> <http://b> " + "( ".repeat(300_000), Syntax.TURTLE)).isNotEmpty();
        faults("[".repeat(100_000), Syntax.JSON_LD);
        faults("{\"http://a\":".repeat(1_000), Syntax.JSON_LD);
        assertThat(faults(new byte[LinkedFile.MOST_BYTES + 1], Syntax.TURTLE).getFirst().message()).contains("64 MB");
    }

    @Test
    void refusesAServiceWithoutAName() {
        service.removeAll(Vocabulary.TITLE);
        assertThat(Shapes.check(model)).isNotEmpty();
        assertThat(faultsOfModel().getFirst().message()).contains("title");
    }

    @Test
    void refusesANameInOneLanguageOnly() {
        String zh = service.getProperty(Vocabulary.TITLE, "zh").getString();
        service.removeAll(Vocabulary.TITLE).addProperty(Vocabulary.TITLE, zh, "zh");
        assertThat(faultsOfModel()).singleElement().satisfies(f -> assertThat(f.message()).contains("in en"));
    }

    @Test
    void refusesWrongTypes() {
        service.addProperty(Vocabulary.HAS_CHANNEL, service);
        assertThat(faultsOfModel()).anySatisfy(f -> assertThat(f.message()).contains("hasChannel"));
    }

    @Test
    void refusesWhatHasNoAuthority() {
        service.removeAll(Vocabulary.HAS_COMPETENT_AUTHORITY);
        assertThat(faultsOfModel()).anySatisfy(f -> assertThat(f.message()).contains("hasCompetentAuthority"));
    }

    @Test
    void refusesTwoServicesWithOneIdentifier() {
        String text = new String(LinkedFile.write(model, Syntax.TURTLE), UTF_8);
        String twice = text + text.replace("linked-data#service", "linked-data#other");
        assertThat(faults(twice, Syntax.TURTLE)).anySatisfy(f -> assertThat(f.message()).contains("the identifier " + LinkedDataTest.AFFAIR));
    }

    @Test
    void refusesTimesAndAmountsThatAreNone() {
        service.removeAll(Vocabulary.PROCESSING_TIME).addProperty(Vocabulary.PROCESSING_TIME, "soon");
        assertThat(faultsOfModel()).anySatisfy(f -> assertThat(f.message()).contains("processingTime"));
        Resource cost = service.getPropertyResourceValue(Vocabulary.HAS_COST);
        cost.removeAll(Vocabulary.HAS_VALUE).addProperty(Vocabulary.HAS_VALUE, model.createTypedLiteral(-3.0));
        service.removeAll(Vocabulary.PROCESSING_TIME).addProperty(Vocabulary.PROCESSING_TIME,
                model.createTypedLiteral("P5D", org.apache.jena.datatypes.xsd.XSDDatatype.XSDduration));
        assertThat(faultsOfModel()).anySatisfy(f -> assertThat(f.message()).contains("hasValue"));
    }
}
