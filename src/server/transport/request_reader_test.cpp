#include "server/transport/request_reader.h"

#include <gtest/gtest.h>

namespace vigie {
namespace {

struct Read {
  RequestReader::Stage stage;
  std::string told;  // the code of a refusal, else "METHOD path ?query [body]"
  std::size_t taken;
};

Read read_in_pieces(std::string_view bytes, std::size_t piece, const Limits& limits = {}) {
  RequestReader reader{limits};
  std::size_t taken = 0;
  while (taken < bytes.size()) {
    const std::size_t part = reader.take(bytes.substr(taken, piece));
    taken += part;
    if (reader.stage() == RequestReader::Stage::admission) {
      reader.admit(limits.size(Limit::body_bytes));
    }
    const bool goes_on = reader.stage() == RequestReader::Stage::head ||
                         reader.stage() == RequestReader::Stage::body;
    if (!goes_on) break;
  }
  Read read{.stage = reader.stage(), .told = {}, .taken = taken};
  if (reader.stage() == RequestReader::Stage::refused) {
    read.told = key_of(reader.refusal());
  } else if (reader.stage() == RequestReader::Stage::complete) {
    const Request& request = reader.request();
    read.told = std::string{word_of(request.method, Language::en)} + " " + request.path;
    if (!request.query.empty()) read.told += " ?" + request.query;
    if (!request.body.empty()) read.told += " [" + request.body + "]";
  }
  return read;
}

// The same whole, byte by byte and in threes: where the network cuts changes nothing.
void expect_read(std::string_view bytes, std::string_view told) {
  for (const std::size_t piece : {bytes.size(), std::size_t{1}, std::size_t{3}}) {
    EXPECT_EQ(read_in_pieces(bytes, piece).told, told) << bytes;
  }
}

TEST(RequestReader, requests_as_clients_write_them_are_read) {
  expect_read("GET / HTTP/1.1\r\nHost: a\r\n\r\n", "GET /");
  expect_read("GET /a/b?c=d&e HTTP/1.1\r\nHost: a:80\r\n\r\n", "GET /a/b ?c=d&e");
  expect_read("\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", "GET /");
  expect_read("GET / HTTP/1.0\r\n\r\n", "GET /");
  expect_read("POST /x HTTP/1.1\r\nhost:a\r\ncontent-LENGTH:  3 \r\n\r\nabc", "POST /x [abc]");
  expect_read("DELETE /x HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n", "DELETE /x");
  expect_read("OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", "OPTIONS *");
  expect_read("GET / HTTP/1.1\r\nHost: a\r\nX-Empty:\r\nX-Accent: \xC3\xA9\r\n\r\n", "GET /");
  expect_read("GET / HTTP/1.1\r\nHost:\r\n\r\n", "GET /");
}

TEST(RequestReader, an_absolute_address_says_its_host_itself) {
  expect_read("GET http://b/c?d HTTP/1.1\r\nHost: a\r\n\r\n", "GET /c ?d");
  expect_read("GET HTTPS://b HTTP/1.1\r\nHost: a\r\n\r\n", "GET /");
  expect_read("GET http://b?d HTTP/1.1\r\nHost: a\r\n\r\n", "GET / ?d");
  expect_read("GET ftp://b/ HTTP/1.1\r\nHost: a\r\n\r\n", "malformed_request");
  expect_read("GET http:///c HTTP/1.1\r\nHost: a\r\n\r\n", "malformed_host");
  const Limits limits;
  const auto head = read_head("GET http://b/ HTTP/1.1\r\nHost: a\r\n\r\n", limits);
  ASSERT_TRUE(head);
  EXPECT_EQ(head->request.host, "b");
}

TEST(RequestReader, chunks_are_put_together) {
  const std::string head = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: Chunked\r\n\r\n";
  expect_read(head + "3\r\nabc\r\n0\r\n\r\n", "POST / [abc]");
  expect_read(head + "1\r\na\r\n00A;x=\"y\"\r\nbcdefghijk\r\n0\r\n\r\n", "POST / [abcdefghijk]");
  expect_read(head + "1\r\na\r\n0\r\nX-Sum: 1\r\nY: 2\r\n\r\n", "POST / [a]");
  expect_read(head + "0\r\n\r\n", "POST /");
}

// Each of these is read as two different requests by some pair of programs.
TEST(RequestReader, what_two_programs_could_read_differently_is_refused) {
  const std::string post = "POST / HTTP/1.1\r\nHost: a\r\n";
  const std::pair<std::string, std::string> shapes[] = {
      {post + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
       "ambiguous_length"},
      {post + "Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc", "ambiguous_length"},
      {post + "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabc", "ambiguous_length"},
      {post + "Content-Length: 3, 3\r\n\r\nabc", "ambiguous_length"},
      {post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
       "ambiguous_length"},
      {"POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "ambiguous_length"},
      {post + "Transfer-Encoding: gzip, chunked\r\n\r\n", "coding_unknown"},
      {post + "Transfer-Encoding: xchunked\r\n\r\n", "coding_unknown"},
      {post + "Transfer-Encoding: \"chunked\"\r\n\r\n", "coding_unknown"},
      {post + "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n", "malformed_request"},
      {post + "Transfer-Encoding\t: chunked\r\n\r\n0\r\n\r\n", "malformed_request"},
      {post + "Content-Length: +3\r\n\r\nabc", "malformed_request"},
      {post + "Content-Length: -3\r\n\r\nabc", "malformed_request"},
      {post + "Content-Length: 0x3\r\n\r\nabc", "malformed_request"},
      {post + "Content-Length: 3 4\r\n\r\nabc", "malformed_request"},
      {post + "Content-Length:\r\n\r\nabc", "malformed_request"},
      {post + "Content-Length: 99999999999999999999\r\n\r\n", "malformed_request"},
      {post + "X: a\r\n b\r\n\r\n", "malformed_request"},
      {post + " X: a\r\n\r\n", "malformed_request"},
      {post + "X: a\rb\r\n\r\n", "malformed_request"},
      {post + std::string{"X: a\0b\r\n\r\n", 10}, "malformed_request"},
      {post + ": a\r\n\r\n", "malformed_request"},
      {post + "X\r\n\r\n", "malformed_request"},
      {post + "X: a\n\r\n", "malformed_request"},
      {"GET / HTTP/1.1\nHost: a\n\n", "malformed_request"},
      {"GET  / HTTP/1.1\r\nHost: a\r\n\r\n", "malformed_request"},
      {"GET / HTTP/1.1 \r\nHost: a\r\n\r\n", "malformed_request"},
      {"GET\t/ HTTP/1.1\r\nHost: a\r\n\r\n", "malformed_request"},
      {"GET /a b HTTP/1.1\r\nHost: a\r\n\r\n", "malformed_request"},
      {"GET /#a HTTP/1.1\r\nHost: a\r\n\r\n", "malformed_request"},
      {"GET /\xC3\xA9 HTTP/1.1\r\nHost: a\r\n\r\n", "malformed_request"},
      {"GET a HTTP/1.1\r\nHost: a\r\n\r\n", "malformed_request"},
      {"GET * HTTP/1.1\r\nHost: a\r\n\r\n", "malformed_request"},
      {"GET /\r\n\r\n", "malformed_request"},
      {"GET / http/1.1\r\nHost: a\r\n\r\n", "malformed_request"},
      {"\x16\x03\x01\x02\n", "malformed_request"},
      {"GET / HTTP/1.1\r\n\r\n", "malformed_host"},
      {"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", "malformed_host"},
      {"GET / HTTP/1.1\r\nHost: a, b\r\n\r\n", "malformed_host"},
      {"GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", "malformed_host"},
  };
  for (const auto& [bytes, refusal] : shapes) expect_read(bytes, refusal);
}

TEST(RequestReader, chunks_that_two_programs_could_read_differently_are_refused) {
  const std::string chunked = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
  for (const char* body :
       {"3\nabc\r\n0\r\n\r\n", "3\r\nabcd\r\n0\r\n\r\n", "3\r\nabc0\r\n\r\n", "\r\n", "-1\r\n",
        "0x3\r\nabc\r\n", " 3\r\nabc\r\n", "3 \r\nabc\r\n", "3;a\nb\r\nabc\r\n", "100000000\r\n",
        "0\r\n X: folded\r\n\r\n", "0\r\nX: a\n\r\n"}) {
    expect_read(chunked + body, "malformed_body");
  }
}

TEST(RequestReader, what_is_not_spoken_here_is_named) {
  expect_read("BREW / HTTP/1.1\r\nHost: a\r\n\r\n", "method_unknown");
  expect_read("get / HTTP/1.1\r\nHost: a\r\n\r\n", "method_unknown");
  expect_read("CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n", "method_unknown");
  expect_read("GET / HTTP/2.0\r\nHost: a\r\n\r\n", "version_unknown");
  expect_read("GET / HTTP/1.2\r\nHost: a\r\n\r\n", "version_unknown");
  expect_read("POST / HTTP/1.1\r\nHost: a\r\nExpect: tea\r\nContent-Length: 1\r\n\r\n",
              "expectation_unknown");
}

// Each limit of a request, one under and one over.
TEST(RequestReader, limits_of_a_request_hold_to_the_byte) {
  Limits limits;
  limits.set(Limit::target_bytes, 10);
  limits.set(Limit::header_bytes, 100);
  limits.set(Limit::header_fields, 3);
  limits.set(Limit::body_bytes, 5);
  const auto told = [&](const std::string& bytes) {
    return read_in_pieces(bytes, bytes.size(), limits).told;
  };
  const std::string host = " HTTP/1.1\r\nHost: a\r\n";
  EXPECT_EQ(told("GET /123456789" + host + "\r\n"), "GET /123456789");
  EXPECT_EQ(told("GET /1234567890" + host + "\r\n"), "target_too_long");
  EXPECT_EQ(told("GET /" + host + "A: 1\r\nB: 2\r\n\r\n"), "GET /");
  EXPECT_EQ(told("GET /" + host + "A: 1\r\nB: 2\r\nC: 3\r\n\r\n"), "header_too_large");
  const std::string begun = "GET /" + host + "A: ";
  EXPECT_EQ(told(begun + std::string(100 - begun.size() - 4, 'x') + "\r\n\r\n"), "GET /");
  EXPECT_EQ(told(begun + std::string(101 - begun.size() - 4, 'x') + "\r\n\r\n"),
            "header_too_large");
  EXPECT_EQ(told("POST /" + host + "Content-Length: 5\r\n\r\n12345"), "POST / [12345]");
  EXPECT_EQ(told("POST /" + host + "Content-Length: 6\r\n\r\n"), "body_too_large");
  const std::string chunked = "POST /" + host + "Transfer-Encoding: chunked\r\n\r\n";
  EXPECT_EQ(told(chunked + "3\r\n123\r\n2\r\n45\r\n0\r\n\r\n"), "POST / [12345]");
  EXPECT_EQ(told(chunked + "3\r\n123\r\n3\r\n"), "body_too_large");
  EXPECT_EQ(told(chunked + "0;" + std::string(200, 'x') + "\r\n"), "header_too_large");
}

TEST(RequestReader, what_follows_a_request_is_left_for_the_next) {
  const std::string one = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nab";
  const Read read = read_in_pieces(one + "GET / HTTP/1.1\r\n", 1'000);
  EXPECT_EQ(read.told, "POST / [ab]");
  EXPECT_EQ(read.taken, one.size());
}

TEST(RequestReader, a_connection_is_kept_as_its_version_and_its_field_say) {
  const Limits limits;
  const auto keeps = [&](const std::string& first, const std::string& fields) {
    return read_head(first + "Host: a\r\n" + fields + "\r\n", limits)->request.keeps_alive;
  };
  EXPECT_TRUE(keeps("GET / HTTP/1.1\r\n", ""));
  EXPECT_FALSE(keeps("GET / HTTP/1.1\r\n", "Connection: x, Close\r\n"));
  EXPECT_FALSE(keeps("GET / HTTP/1.0\r\n", ""));
  EXPECT_TRUE(keeps("GET / HTTP/1.0\r\n", "Connection: keep-alive\r\n"));
}

}  // namespace
}  // namespace vigie
