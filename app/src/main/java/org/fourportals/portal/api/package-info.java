/** What programs may ask, as JSON: affairs, a resident's own cases, whether a certificate is true. Described at {@code /api/openapi.json}. */
@NullMarked
package org.fourportals.portal.api;

import org.jspecify.annotations.NullMarked;
