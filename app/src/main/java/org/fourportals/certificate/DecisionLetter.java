package org.fourportals.certificate;

import java.time.LocalDate;
import java.util.List;

import org.fourportals.base.Text;

/**
 * What a department decided, as it is written to the applicant: to whom, about what, why, by which laws, and where a refusal can be challenged
 * (Administrative Licensing Law, article 38).
 *
 * @param reason empty where none was given
 */
public record DecisionLetter(String number, Text affair, Text department, String applicant, LocalDate handedIn, LocalDate decided, boolean granted, Text outcome,
        String reasonZh, String reasonEn, List<Text> laws) {

    public DecisionLetter {
        laws = List.copyOf(laws);
    }

    public Text title() {
        return granted ? new Text("准予决定书", "Decision to grant") : new Text("不予许可决定书", "Decision to refuse");
    }

    /** A plain name for the file a browser saves. */
    public String fileName() {
        return title().zh() + " " + number + ".pdf";
    }
}
