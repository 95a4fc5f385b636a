package org.fourportals.catalogue.events;

import java.util.List;

/**
 * Texts of affairs have come into force on this node, having been published or their day having come; whoever keeps something made from the
 * catalogue makes it anew.
 */
public record AffairPublished(List<String> affairs) {

    public AffairPublished {
        affairs = List.copyOf(affairs);
    }
}
