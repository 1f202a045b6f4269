import java.nio.file.Path;
import net.bpsolutions.sending.local.LocalKafka;

/** A broker of its own process, so that its work is not counted as the verifier's. */
final class Broker {

    public static void main(String[] args) throws Exception {
        LocalKafka kafka = LocalKafka.start(Path.of(args[0]), Integer.parseInt(args[1]));
        kafka.createTopics();
        System.out.println("ready");
        System.in.read();
        kafka.close();
    }
}
