<?php
// Prints who says what in an article: php quotes.php http://127.0.0.1:8000 article.txt

/** The service's answer for an article, as an array. */
function quotes(string $service, string $text): array
{
    $request = [
        'method' => 'POST',
        'header' => 'Content-Type: application/json',
        'content' => json_encode(['text' => $text], JSON_THROW_ON_ERROR),
        'timeout' => 120,
        'ignore_errors' => true,
    ];
    $body = file_get_contents("$service/v1/quotes", false, stream_context_create(['http' => $request]));
    if ($body === false) {
        throw new RuntimeException("$service does not answer.");
    }
    $answer = json_decode($body, true, 512, JSON_THROW_ON_ERROR);
    if (!isset($answer['quotes'])) {
        throw new RuntimeException($answer['detail']);
    }
    return $answer;
}

/** Pairs of a speaker's name, or null, and what they said. */
function who_said_what(array $answer): iterable
{
    $names = array_column($answer['speakers'], 'name', 'id');
    foreach ($answer['quotes'] as $quote) {
        $who = implode(', ', array_map(fn ($id) => $names[$id], $quote['speaker_ids']));
        yield [$who ?: null, $quote['content']['text']];
    }
}

[, $service, $file] = $argv;
foreach (who_said_what(quotes($service, file_get_contents($file))) as [$who, $what]) {
    echo $who ?? '?', ': ', $what, PHP_EOL;
}
