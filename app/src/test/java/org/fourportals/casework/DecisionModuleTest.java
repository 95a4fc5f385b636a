package org.fourportals.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.fourportals.TestCity;
import org.fourportals.base.Language;
import org.fourportals.certificate.DecisionLetter;
import org.fourportals.certificate.DecisionLetters;
import org.fourportals.desk.Desk;
import org.fourportals.portal.Browser;
import org.fourportals.portal.counter.FoodLicence;
import org.junit.jupiter.api.Test;

/** What decides, what it is told by, and what happens when departments disagree. */
class DecisionModuleTest {

    private static final Pattern TEMPLATE = Pattern.compile("<option value=\"(law:[^\"]+)\"");

    private final FoodLicence licence = new FoodLicence();

    private StaffOutcome decide(UUID id, boolean grants, String reason) {
        return TestCity.get(Desk.class).perform(FoodLicence.staff("reviewer-market"), TestCity.get(DecideCase.class),
                new DecideCase.Request(id, licence.seen(id).rowVersion(), grants, reason), UUID.randomUUID());
    }

    @Test
    void whoGrantsInSpiteOfADisagreementSaysWhyAndBothReadIt() {
        UUID id = licence.atDecision("the way out is too narrow").id();
        assertThat(decide(id, true, " ")).isInstanceOf(StaffOutcome.ReasonNeeded.class);
        assertThat(licence.seen(id).state()).isEqualTo(CaseState.IN_REVIEW);
        Browser market = new Browser().signIn("reviewer-market", "/office");
        assertThat(market.get("/office/cases/" + id).body()).contains("Disagrees: Hangzhou Fire and Rescue Brigade", "the way out is too narrow");
        assertThat(decide(id, true, "measured again: wide enough")).isInstanceOf(StaffOutcome.Done.class);
        CaseEvent granted = TestCity.get(Cases.class).listEvents(licence.seen(id)).stream().filter(event -> event.type() == CaseEvent.Type.GRANTED).findFirst().orElseThrow();
        assertThat(granted.detail()).containsEntry("against", "fire-rescue").containsEntry("reason", "measured again: wide enough");
        assertThat(new Browser().signIn("reviewer-fire", "/office").get("/office/cases/" + id).body()).contains("In spite of Hangzhou Fire and Rescue Brigade", "measured again");
        assertThat(new Browser().signIn("shen-jiaming", "/cases").get("/cases/" + id).body()).contains("measured again");
    }

    @Test
    void aRefusalFromATemplateIsReadInBothLanguagesWithItsRemedies() throws Exception {
        UUID id = licence.atDecision("").id();
        Browser market = new Browser().signIn("reviewer-market", "/office");
        Matcher template = TEMPLATE.matcher(market.get("/office/cases/" + id).body());
        assertThat(template.find()).isTrue();
        String version = String.valueOf(licence.seen(id).rowVersion());
        String address = "/office/cases/" + id + "/decision";
        assertThat(market.post(address, "version", version, "key", UUID.randomUUID().toString(), "decision", "refuse", "template", "law:nonsense", "remark", " ").body())
                .as("an unknown template is none").contains("Write why you refuse");
        market.post(address, "version", version, "key", UUID.randomUUID().toString(), "decision", "refuse", "template", template.group(1), "remark", "<b>Room 2</b>");
        assertThat(licence.seen(id).state()).isEqualTo(CaseState.REFUSED);
        Browser applicant = new Browser().signIn("shen-jiaming", "/cases");
        assertThat(applicant.get("/cases/" + id).body()).contains("The application does not meet the conditions of", "&lt;b&gt;Room 2", "/decision.pdf", "administrative reconsideration")
                .doesNotContain("<b>Room");
        DecisionLetters letters = TestCity.get(DecisionLetters.class);
        DecisionLetter letter = letters.find(licence.seen(id)).orElseThrow();
        assertThat(letter.reasonZh()).startsWith("申请不符合").isNotEqualTo(letter.reasonEn());
        try (var document = Loader.loadPDF(letters.pdf(letter))) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s", "");
            assertThat(text).contains("不予许可决定书", "申请不符合", "行政复议", "Decisiontorefuse", "doesnotmeettheconditions", String.valueOf(licence.seen(id).number()));
        }
        assertThat(applicant.get("/cases/" + id + "/decision.pdf").headers().firstValue("content-type")).contains("application/pdf");
        assertThat(new Browser().signIn("sun-li", "/cases").get("/cases/" + id + "/decision.pdf").statusCode()).isNotEqualTo(200);
    }

    @Test
    void thereIsNoLetterBeforeTheDecisionAndALongOneHasAsManyPagesAsItNeeds() throws Exception {
        UUID open = licence.atDecision("").id();
        DecisionLetters letters = TestCity.get(DecisionLetters.class);
        assertThat(letters.find(licence.seen(open))).isEmpty();
        assertThat(new Browser().signIn("shen-jiaming", "/cases").get("/cases/" + open + "/decision.pdf").statusCode()).isNotEqualTo(200);
        assertThat(decide(open, false, "长".repeat(1_990) + "\n末行")).isInstanceOf(StaffOutcome.Done.class);
        DecisionLetter letter = letters.find(licence.seen(open)).orElseThrow();
        try (var document = Loader.loadPDF(letters.pdf(letter))) {
            assertThat(document.getNumberOfPages()).isGreaterThan(1);
            assertThat(new PDFTextStripper().getText(document)).contains("末行");
        }
        CaseEvent refused = TestCity.get(Cases.class).listEvents(licence.seen(open)).getLast();
        assertThat(refused.reason(Language.EN)).as("one text serves both").isEqualTo(refused.reason(Language.ZH));
    }
}
