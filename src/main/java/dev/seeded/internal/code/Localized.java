package dev.seeded.internal.code;

import dev.seeded.internal.code.ClassCode.Call;
import java.util.Set;

/** The methods of the JDK whose results the default locale may decide. */
final class Localized {

    private static final Set<String> METHODS = Set.of(
            "java/lang/String.format(Ljava/lang/String;[Ljava/lang/Object;)Ljava/lang/String;",
            "java/lang/String.formatted([Ljava/lang/Object;)Ljava/lang/String;",
            "java/lang/String.toLowerCase()Ljava/lang/String;",
            "java/lang/String.toUpperCase()Ljava/lang/String;");

    private static final Set<String> TYPES =
            Set.of("java/util/Formatter", "java/util/ResourceBundle", "java/util/Scanner");

    private Localized() {}

    static boolean include(Call call) {
        String owner = call.owner();
        return METHODS.contains(owner + "." + call.method())
                || TYPES.contains(owner)
                || owner.startsWith("java/text/")
                || owner.startsWith("java/time/format/")
                || (owner.startsWith("java/io/Print")
                        && Set.of("format", "printf").contains(call.name()))
                || (owner.equals("java/util/Locale") && call.name().equals("getDefault"));
    }

    /** Returns whether a call sets the default locale. */
    static boolean isChangedBy(Call call) {
        return call.owner().equals("java/util/Locale") && call.name().equals("setDefault");
    }
}
