package org.fourportals.portal.apply;

import org.fourportals.casework.Progress.AtHand;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Tag;
import org.springframework.stereotype.Component;

/** Says of one line of the checklist whether it is here, and whence. */
@Component
final class Papers {

    private final Wording wording;

    Papers(Wording wording) {
        this.wording = wording;
    }

    Tag tag(Page page, AtHand atHand) {
        return switch (atHand) {
            case AtHand.Pool pool -> new Tag(page.t("apply.tag.known"), Tag.Tone.GOOD);
            case AtHand.Document document -> new Tag(page.t(document.fromWallet() ? "apply.tag.wallet" : "apply.tag.brought"), Tag.Tone.GOOD);
            case AtHand.Declared declared -> new Tag(page.t("apply.tag.declared"), Tag.Tone.GOOD);
            case AtHand.Seen seen -> new Tag(page.t("apply.tag.seen"), Tag.Tone.GOOD);
            case AtHand.Missing missing -> new Tag(page.t("apply.tag.missing"), Tag.Tone.YOURS);
        };
    }

    String whence(Page page, AtHand atHand) {
        return switch (atHand) {
            case AtHand.Pool pool -> page.t("apply.whence.pool", wording.source(page, pool.dataset()));
            case AtHand.Document document -> page.t(document.fromWallet() ? "apply.whence.wallet" : "apply.whence.brought", document.fileName());
            case AtHand.Declared declared -> page.t("apply.whence.declared");
            case AtHand.Seen seen -> page.t("apply.whence.seen");
            case AtHand.Missing missing -> page.t("apply.whence.missing");
        };
    }

    Wording wording() {
        return wording;
    }
}
