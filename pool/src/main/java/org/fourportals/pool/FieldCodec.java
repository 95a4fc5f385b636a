package org.fourportals.pool;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record's fields as bytes and back, by a {@link Layout}: a bit for each field that has a value, then the values without
 * names or padding. Numbers are zigzag varints, so that small ones take one byte. Text that is all digits and their signs,
 * as identity numbers, months and moments are, takes half a byte a character and is told by a negative length.
 */
final class FieldCodec {

    private static final String PACKED = "0123456789-X.:/";
    private static final byte[] NIBBLES = nibbles();
    private static final int SHORTEST_PACKED = 3;

    private FieldCodec() {
    }

    private static byte[] nibbles() {
        var nibbles = new byte[128];
        Arrays.fill(nibbles, (byte) -1);
        for (var i = 0; i < PACKED.length(); i++) {
            nibbles[PACKED.charAt(i)] = (byte) i;
        }
        return nibbles;
    }

    static byte[] encode(Layout layout, Map<String, Value> fields) {
        var slots = layout.slots();
        var present = new byte[(slots.size() + 7) / 8];
        var values = new ByteArrayOutputStream(96);
        for (var i = 0; i < slots.size(); i++) {
            var value = fields.get(slots.get(i).name());
            if (value != null) {
                present[i / 8] |= (byte) (1 << i % 8);
                write(values, value);
            }
        }
        var bytes = new byte[present.length + values.size()];
        System.arraycopy(present, 0, bytes, 0, present.length);
        System.arraycopy(values.toByteArray(), 0, bytes, present.length, values.size());
        return bytes;
    }

    static Map<String, Value> decode(Layout layout, ByteBuffer bytes) {
        var slots = layout.slots();
        var present = new byte[(slots.size() + 7) / 8];
        bytes.get(present);
        var fields = HashMap.<String, Value>newHashMap(slots.size());
        for (var i = 0; i < slots.size(); i++) {
            if ((present[i / 8] & 1 << i % 8) != 0) {
                fields.put(slots.get(i).name(), read(slots.get(i).type(), bytes));
            }
        }
        return fields;
    }

    private static void write(ByteArrayOutputStream out, Value value) {
        switch (value) {
            case Value.Text(var text) -> writeText(out, text);
            case Value.Day(var date) -> writeNumber(out, date.toEpochDay());
            case Value.Moment(var instant) -> writeNumber(out, instant.getEpochSecond());
            case Value.Whole(var number) -> writeNumber(out, number);
            case Value.Decimal(var number) -> {
                writeNumber(out, number.scale());
                writeBytes(out, number.unscaledValue().toByteArray());
            }
            case Value.Flag(var yes) -> out.write(yes ? 1 : 0);
            case Value.Picture picture -> writeBytes(out, picture.bytes());
        }
    }

    private static Value read(FieldType type, ByteBuffer in) {
        return switch (type) {
            case ID, TEXT, CODE -> Value.of(readText(in));
            case DATE -> Value.of(LocalDate.ofEpochDay(readNumber(in)));
            case DATETIME -> Value.of(Instant.ofEpochSecond(readNumber(in)));
            case INTEGER -> Value.of(readNumber(in));
            case DECIMAL, MONEY -> {
                var scale = (int) readNumber(in);
                yield Value.of(new BigDecimal(new BigInteger(readBytes(in)), scale));
            }
            case BOOLEAN -> Value.of(in.get() != 0);
            case IMAGE -> Value.of(readBytes(in));
        };
    }

    private static void writeText(ByteArrayOutputStream out, String text) {
        var packed = pack(text);
        if (packed == null) {
            writeBytes(out, text.getBytes(StandardCharsets.UTF_8));
        } else {
            writeNumber(out, -text.length());
            out.writeBytes(packed);
        }
    }

    private static byte @Nullable [] pack(String text) {
        var length = text.length();
        if (length < SHORTEST_PACKED) {
            return null;
        }
        var packed = new byte[(length + 1) / 2];
        for (var i = 0; i < length; i++) {
            var character = text.charAt(i);
            var nibble = character < NIBBLES.length ? NIBBLES[character] : -1;
            if (nibble < 0) {
                return null;
            }
            packed[i / 2] |= (byte) (nibble << 4 * (1 - i % 2));
        }
        return packed;
    }

    private static String readText(ByteBuffer in) {
        var length = (int) readNumber(in);
        if (length >= 0) {
            var bytes = new byte[length];
            in.get(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
        var packed = new byte[(1 - length) / 2];
        in.get(packed);
        var text = new byte[-length];
        for (var i = 0; i < text.length; i++) {
            text[i] = (byte) PACKED.charAt(packed[i / 2] >> 4 * (1 - i % 2) & 0xf);
        }
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private static void writeBytes(ByteArrayOutputStream out, byte[] bytes) {
        writeNumber(out, bytes.length);
        out.writeBytes(bytes);
    }

    private static byte[] readBytes(ByteBuffer in) {
        var bytes = new byte[(int) readNumber(in)];
        in.get(bytes);
        return bytes;
    }

    private static void writeNumber(ByteArrayOutputStream out, long number) {
        var rest = number << 1 ^ number >> 63;
        while ((rest & ~0x7fL) != 0) {
            out.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    private static long readNumber(ByteBuffer in) {
        var rest = 0L;
        for (var shift = 0; ; shift += 7) {
            var next = in.get();
            rest |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return rest >>> 1 ^ -(rest & 1);
            }
        }
    }
}
