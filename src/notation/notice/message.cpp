#include "notation/notice/message.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/base/require.h"
#include "engine/base/text.h"
#include "engine/derivation/derivation.h"
#include "notation/page/sentence.h"

namespace vigie {

namespace {

std::string escaped(std::string_view text) {
  std::string made;
  for (const char c : text) {
    switch (c) {
      case '&':
        made += "&amp;";
        break;
      case '<':
        made += "&lt;";
        break;
      case '>':
        made += "&gt;";
        break;
      case '"':
        made += "&quot;";
        break;
      case '\'':
        made += "&#39;";
        break;
      default:
        made += c;
    }
  }
  return made;
}

/// A line that is nothing but our own address leads there.
std::string html_line(std::string_view line, std::string_view link) {
  const std::string shown = escaped(line);
  if (link.empty() || line != link) return shown;
  return fmt::format(R"(<a href="{0}" style="color:#1a56a8">{0}</a>)", shown);
}

constexpr std::string_view page =
    R"(<!DOCTYPE html><html lang="{}"><head><meta charset="utf-8"><title>{}</title></head>)"
    R"(<body style="margin:0;padding:24px;font:15px/1.5 sans-serif;color:#1c2733">)"
    R"(<div style="max-width:640px"><h1 style="font-size:18px;margin:0 0 16px">{}</h1>)";

/// Paragraphs are separated by empty lines.
std::string html_of(const std::string& subject, std::string_view text, std::string_view link,
                    Language language) {
  const std::string title = escaped(subject);
  std::string html = fmt::format(page, language == Language::fr ? "fr" : "en", title, title);
  bool is_open = false;
  for (const std::string_view line : lines_of(text)) {
    if (line.empty()) {
      if (is_open) html += "</p>";
      is_open = false;
      continue;
    }
    html += is_open ? "<br>\n" : "\n<p style=\"margin:0 0 16px\">";
    html += html_line(line, link);
    is_open = true;
  }
  if (is_open) html += "</p>";
  return html + "\n</div></body></html>\n";
}

/// No line ends within: a subject is one line.
std::string one_line(std::string text) {
  std::ranges::replace_if(text, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  return text;
}

}  // namespace

NoticeMessage message_of(const ToldNotice& notice, const NoticeReader& reader,
                         const std::optional<NoticeTemplate>& house) {
  const PlaceholderTexts texts = placeholder_texts(notice, reader);
  NoticeMessage message;
  if (house) {
    message.subject = one_line(filled_line(house->subject, texts));
    message.text = filled_body(house->body, texts);
  } else {
    message.subject = one_line(subject_of(notice, reader));
    message.text =
        filled_body(our_template(notice.watches, notice.amount, reader.language).body, texts);
  }
  message.html = html_of(message.subject, message.text, notice.link, reader.language);
  return message;
}

NoticeMessage digest_message(std::span<const ToldNotice> notices, const NoticeReader& reader,
                             std::size_t most) {
  require(!notices.empty(), "a digest of one notice at least");
  if (notices.size() == 1) return message_of(notices.front(), reader, std::nullopt);
  const auto said = [&](NoticeText text, std::size_t count, std::string last = {}) {
    return filled(word_of(text, reader.language),
                  {{"count", static_cast<std::int64_t>(count)}, {"last", std::move(last)}},
                  {.language = reader.language});
  };
  NoticeMessage message;
  message.subject = one_line(
      said(NoticeText::digest_subject, notices.size(), subject_of(notices.back(), reader)));
  message.text = said(NoticeText::digest_opening, notices.size()) + "\n";
  const std::size_t left_out = notices.size() - std::min(most, notices.size());
  for (const ToldNotice& notice : notices.subspan(left_out)) {
    const PlaceholderTexts texts = placeholder_texts(notice, reader);
    message.text += "\n" + subject_of(notice, reader) + "\n";
    message.text += filled_body("{fact}\n{late}\n{link}", texts);
  }
  if (left_out > 0) message.text += "\n" + said(NoticeText::digest_more, left_out) + "\n";
  const PlaceholderTexts texts = placeholder_texts(notices.front(), reader);
  const std::string& zone = texts[static_cast<std::size_t>(NoticePlaceholder::zone)];
  message.text += "\n" + zone + "\n";
  message.html = html_of(message.subject, message.text, {}, reader.language);
  return message;
}

}  // namespace vigie
