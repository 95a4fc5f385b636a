package org.fourportals.certificate;

import java.util.Optional;

import org.fourportals.base.CityTime;
import org.fourportals.base.Language;
import org.fourportals.base.Text;
import org.fourportals.casework.Case;
import org.fourportals.casework.CaseEvent;
import org.fourportals.casework.CaseState;
import org.fourportals.casework.Cases;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.certificate.internal.LetterPdf;
import org.springframework.stereotype.Component;

/** Writes the letter of a decision from the case's own events, the same today and in ten years. */
@Component
public class DecisionLetters {

    private final Cases cases;
    private final Catalogue catalogue;
    private final LetterPdf pdf;
    private final CityTime time;

    DecisionLetters(Cases cases, Catalogue catalogue, LetterPdf pdf, CityTime time) {
        this.cases = cases;
        this.catalogue = catalogue;
        this.pdf = pdf;
        this.time = time;
    }

    /** The letter of a case that its reader may see; empty until it is decided. */
    public Optional<DecisionLetter> find(Case about) {
        if (about.state() != CaseState.GRANTED && about.state() != CaseState.REFUSED || about.submittedAt() == null) {
            return Optional.empty();
        }
        return cases.listEvents(about).stream().filter(event -> event.type() == CaseEvent.Type.GRANTED || event.type() == CaseEvent.Type.REFUSED)
                .reduce((first, later) -> later).map(event -> write(about, event));
    }

    private DecisionLetter write(Case about, CaseEvent decided) {
        AffairPlan plan = catalogue.plan(about.affair(), about.affairVersion());
        String department = decided.department() == null ? plan.affair().department() : decided.department();
        boolean granted = decided.type() == CaseEvent.Type.GRANTED;
        Text outcome = granted ? new Text("经审查，你的申请符合规定，准予办理。", "Your application meets the requirements and is granted.")
                : new Text("经审查，你的申请不符合规定，决定不予许可。", "Your application does not meet the requirements and is refused.");
        return new DecisionLetter(String.valueOf(about.number()), plan.affair().name(), catalogue.department(department).name(), about.content().name("applicant"),
                time.dayOf(about.submittedAt()), time.dayOf(decided.at()), granted, outcome, decided.reason(Language.ZH), decided.reason(Language.EN),
                plan.laws().stream().map(AffairPlan.Law::name).toList());
    }

    public byte[] pdf(DecisionLetter letter) {
        return pdf.draw(letter);
    }
}
