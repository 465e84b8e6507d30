import java.io.FileInputStream;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Validates PDFs against PDF/UA-1. For each file one line "file TAB passed|failed", then one line for each failed rule:
 * "TAB clause-test TAB failures TAB what the rule says TAB where it first fails".
 */
public class Validate {
    public static void main(String[] files) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (String file : files) {
            try {
                validate(file);
            } catch (Exception error) {
                System.out.println(file + "\tfailed");
                System.out.println("\tunreadable\t1\t" + flat(error.toString()) + "\tthe file");
            }
        }
    }

    private static void validate(String file) throws Exception {
        try (var stream = new FileInputStream(file);
                var parser = Foundries.defaultInstance().createParser(stream, PDFAFlavour.PDFUA_1);
                var validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, 1, false, false, false)) {
            ValidationResult result = validator.validate(parser);
            System.out.println(file + "\t" + (result.isCompliant() ? "passed" : "failed"));
            Map<String, TestAssertion> first = new TreeMap<>();
            for (TestAssertion assertion : result.getTestAssertions())
                if (assertion.getStatus() == TestAssertion.Status.FAILED)
                    first.putIfAbsent(name(assertion.getRuleId()), assertion);
            result.getFailedChecks().forEach((rule, count) -> {
                TestAssertion assertion = first.get(name(rule));
                System.out.println("\t" + name(rule) + "\t" + count + "\t"
                        + (assertion == null ? "" : flat(assertion.getMessage()) + "\t" + flat(assertion.getLocation().getContext())));
            });
        }
    }

    private static String name(org.verapdf.pdfa.validation.profiles.RuleId rule) {
        return rule.getClause() + "-" + rule.getTestNumber();
    }

    private static String flat(String text) {
        return text == null ? "" : text.replaceAll("\\s+", " ");
    }
}
