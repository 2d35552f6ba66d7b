package io.adfleet.copilot.provider;

import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.chat.ChatModel;
import io.adfleet.copilot.CopilotConfig;
import io.adfleet.copilot.question.QuestionParser;
import io.adfleet.copilot.question.Understood;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/**
 * Lets a language model read what the grammar can't. Where it is away, too slow or too busy, the
 * question stays not understood; cancelling ends the call.
 */
@ApplicationScoped
class ModelParser implements QuestionParser {

  private static final Logger LOG = Logger.getLogger(ModelParser.class);

  private final Optional<ChatModel> model;
  private final Duration deadline;
  private final Semaphore free;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  ModelParser(CopilotConfig config) {
    this.deadline = config.model().deadline();
    this.free = new Semaphore(config.model().atOnce());
    this.model =
        config.model().apiKey().filter(key -> !key.isBlank()).map(key -> model(config, key));
  }

  private static ChatModel model(CopilotConfig config, String key) {
    return AnthropicChatModel.builder()
        .apiKey(key)
        .baseUrl(config.model().url().toString())
        .modelName(config.model().name())
        .maxTokens(config.model().mostTokens())
        .temperature(0.0)
        .disableParallelToolUse(true)
        .timeout(config.model().deadline())
        .maxRetries(0)
        .build();
  }

  @Override
  public String name() {
    return "model";
  }

  @Override
  public int rank() {
    return 1;
  }

  @Override
  public String step() {
    return "Letting the language model read the question.";
  }

  @Override
  public boolean isOn() {
    return model.isPresent();
  }

  @Override
  public Uni<Understood> parse(String question) {
    if (!free.tryAcquire()) {
      return Uni.createFrom().item(unread());
    }
    return onThread(question)
        .ifNoItem()
        .after(deadline)
        .fail()
        .onFailure()
        .invoke(failure ->
            LOG.warnf(
                "The language model didn't read a question: %s",
                failure.getClass().getSimpleName()))
        .onFailure()
        .recoverWithItem(ModelParser::unread)
        .onTermination()
        .invoke(free::release);
  }

  private Uni<Understood> onThread(String question) {
    return Uni.createFrom()
        .emitter(emitter -> {
          Future<?> reading =
              threads.submit(() -> {
                try {
                  emitter.complete(new Dialogue(model.orElseThrow()).read(question));
                } catch (RuntimeException e) {
                  emitter.fail(e);
                }
              });
          emitter.onTermination(() -> reading.cancel(true));
        });
  }

  @PreDestroy
  void stop() {
    threads.shutdownNow();
  }

  private static Understood unread() {
    return new Understood.NotUnderstood(
        "I couldn't read the question right now.", false, Understood.Cost.NONE);
  }
}
