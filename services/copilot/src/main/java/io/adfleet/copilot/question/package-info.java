/**
 * Understanding: a person's words become a typed query, or a reason why they can't. No word is
 * passed over in silence: what isn't known makes a question not understood, for an answer to half a
 * question is a wrong answer.
 */
@NullMarked
package io.adfleet.copilot.question;

import org.jspecify.annotations.NullMarked;
