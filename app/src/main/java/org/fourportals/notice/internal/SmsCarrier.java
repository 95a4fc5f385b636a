package org.fourportals.notice.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

import org.fourportals.base.Subject;
import org.fourportals.notice.Channel;
import org.fourportals.notice.Choices;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPSession;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Text messages by SMPP. The centre's receipt is the proof of delivery. SMPP has no id by which a centre recognises what it was given before; two bytes of
 * ours go along as {@code user_message_reference}.
 */
@Component
class SmsCarrier implements Carrier {

    /** What is wrong with the message itself: its length, or where it is to go. */
    private static final Set<Integer> REFUSALS = Set.of(0x01, 0x0B, 0x50, 0x51);
    private static final int SHORT = 140;
    private static final int LONGEST = 500;

    private final SmsSettings settings;
    private final MessageCentre centre;

    SmsCarrier(SmsSettings settings, MessageCentre centre) {
        this.settings = settings;
        this.centre = centre;
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public boolean isSet() {
        return settings.isSet();
    }

    @Override
    public boolean reaches(Subject recipient, Choices choices) {
        return settings.isSet() && !choices.phone().isBlank();
    }

    @Override
    public Answer carry(Letter letter) {
        SMPPSession line = null;
        try {
            line = centre.line();
            return submit(line, letter);
        } catch (NegativeResponseException e) {
            String said = "command status 0x%02X".formatted(e.getCommandStatus());
            return REFUSALS.contains(e.getCommandStatus()) ? new Refused(said) : new Later(said);
        } catch (ResponseTimeoutException | InvalidResponseException | IOException e) {
            return broken(line, e);
        } catch (PDUException e) {
            return new Refused("cannot be written: " + e.getMessage());
        }
    }

    private Answer broken(@Nullable SMPPSession line, Exception fault) {
        if (line != null) {
            centre.drop(line);
        }
        return new Later(fault.getClass().getSimpleName() + ": " + fault.getMessage());
    }

    private Answer submit(SMPPSession line, Letter letter) throws PDUException, ResponseTimeoutException, InvalidResponseException, NegativeResponseException,
            IOException {
        byte[] text = text(letter).getBytes(StandardCharsets.UTF_16BE);
        var reference = new OptionalParameter.User_message_reference((short) letter.id().hashCode());
        OptionalParameter[] more = text.length <= SHORT ? new OptionalParameter[] {reference}
                : new OptionalParameter[] {reference, new OptionalParameter.Message_payload(text)};
        boolean number = settings.from().matches("\\d*");
        String id = line.submitShortMessage("", number ? TypeOfNumber.UNKNOWN : TypeOfNumber.ALPHANUMERIC, number ? NumberingPlanIndicator.ISDN
                        : NumberingPlanIndicator.UNKNOWN, settings.from(), TypeOfNumber.INTERNATIONAL, NumberingPlanIndicator.ISDN,
                letter.choices().phone().substring(1), new ESMClass(), (byte) 0, (byte) 1, null, null, new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
                (byte) 0, new GeneralDataCoding(Alphabet.ALPHA_UCS2), (byte) 0, text.length <= SHORT ? text : new byte[0], more).getMessageId();
        return new Taken("message " + id, id);
    }

    private String text(Letter letter) {
        String text = settings.signature() + letter.text();
        int room = LONGEST - letter.url().length() - 1;
        return (text.length() > room ? text.substring(0, Math.max(0, room)) : text) + " " + letter.url();
    }
}
