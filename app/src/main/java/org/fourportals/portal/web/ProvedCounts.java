package org.fourportals.portal.web;

/** What an affair's page says of its proof: how many circumstances there are, and how many end in a checklist or in a reasoned refusal. */
public record ProvedCounts(String circumstances, String accepted, String refused) {
}
