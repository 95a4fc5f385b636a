package org.fourportals.catalogue.internal;

import org.fourportals.catalogue.CatalogueRefused;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** When the catalogue's files keep the program from starting, says which lines and how to mend them, without a stack of calls. */
public final class CatalogueRefusedAnalyzer extends AbstractFailureAnalyzer<CatalogueRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, CatalogueRefused cause) {
        return new FailureAnalysis(cause.getMessage(), "Mend the lines named above and start again; `./fourportals check` reads and proves "
                + "the catalogue without starting anything. What was published before is unchanged.", cause);
    }
}
