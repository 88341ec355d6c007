// Load: 32 keep-alive connections for some seconds; prints requests a second, p50 and p99 in milliseconds, and failures,
// which count as no requests.
package main

import (
	"bytes"
	"crypto/hmac"
	crand "crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"flag"
	"fmt"
	"io"
	"math/rand"
	"net/http"
	"sort"
	"strconv"
	"strings"
	"sync"
	"time"
)

var (
	base    = flag.String("url", "", "http://127.0.0.1:PORT/api/v1/messages")
	what    = flag.String("case", "", "cursor, newest, deep, first, notmodified, read, post")
	key     = flag.String("cursor-key", "", "base64 of the key that tags cursors; empty for plain ids")
	rows    = flag.Int64("rows", 1_000_000, "how many messages there are")
	conns   = flag.Int("connections", 32, "")
	seconds = flag.Float64("seconds", 5, "")
)

func cursor(id int64) string {
	if *key == "" {
		return strconv.FormatInt(id, 10)
	}
	secret, _ := base64.StdEncoding.DecodeString(*key)
	payload := make([]byte, 9)
	payload[0] = 2
	binary.BigEndian.PutUint64(payload[1:], uint64(id))
	mac := hmac.New(sha256.New, secret)
	mac.Write(payload)
	return base64.RawURLEncoding.EncodeToString(append(payload, mac.Sum(nil)[:8]...))
}

func request(r *rand.Rand, tag string) *http.Request {
	method, url, body := "GET", *base, io.Reader(nil)
	switch *what {
	case "cursor":
		url += "?before=" + cursor(100+r.Int63n(*rows-100))
	case "deep":
		url += "?before=" + cursor(*rows-100_000+r.Int63n(1000))
	case "newest":
		url += "?before=" + cursor(*rows-r.Int63n(1000))
	case "read":
		url += "/" + strconv.FormatInt(1+r.Int63n(*rows), 10)
	case "post":
		method = "POST"
		body = bytes.NewBufferString(fmt.Sprintf(`{"author":"Bench %d","body":"%x %s"}`, r.Intn(1000), r.Int63(), strings.Repeat("some words of a message ", 6)))
	}
	req, err := http.NewRequest(method, url, body)
	if err != nil {
		panic(err)
	}
	if *what == "post" {
		id := make([]byte, 16)
		crand.Read(id)
		req.Header.Set("Content-Type", "application/json")
		req.Header.Set("Idempotency-Key", fmt.Sprintf("%x-%x-%x-%x-%x", id[:4], id[4:6], id[6:8], id[8:10], id[10:]))
		req.Header.Set("X-Forwarded-For", fmt.Sprintf("203.%d.%d.%d", r.Intn(250), r.Intn(250), r.Intn(250)))
	}
	if tag != "" {
		req.Header.Set("If-None-Match", tag)
	}
	return req
}

func main() {
	flag.Parse()
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: *conns, DisableCompression: true}, Timeout: 20 * time.Second}
	expect := map[string]int{"post": 201, "notmodified": 304}[*what]
	if expect == 0 {
		expect = 200
	}
	end := time.Now().Add(time.Duration(*seconds * float64(time.Second)))
	var mu sync.Mutex
	var all []time.Duration
	failed := 0
	var wg sync.WaitGroup
	for c := 0; c < *conns; c++ {
		wg.Add(1)
		go func(seed int64) {
			defer wg.Done()
			r := rand.New(rand.NewSource(seed))
			var mine []time.Duration
			bad, tag := 0, ""
			for time.Now().Before(end) {
				began := time.Now()
				answer, err := client.Do(request(r, tag))
				if err != nil {
					bad++
					continue
				}
				io.Copy(io.Discard, answer.Body)
				answer.Body.Close()
				if *what == "notmodified" {
					if t := answer.Header.Get("ETag"); t != "" {
						tag = t
					}
					if answer.StatusCode == 200 {
						continue
					}
				}
				if answer.StatusCode != expect {
					bad++
					continue
				}
				mine = append(mine, time.Since(began))
			}
			mu.Lock()
			all = append(all, mine...)
			failed += bad
			mu.Unlock()
		}(time.Now().UnixNano() + int64(c))
	}
	wg.Wait()
	sort.Slice(all, func(i, j int) bool { return all[i] < all[j] })
	if len(all) == 0 {
		fmt.Printf("0 0 0 %d\n", failed)
		return
	}
	ms := func(p float64) float64 { return float64(all[int(float64(len(all)-1)*p)].Microseconds()) / 1000 }
	fmt.Printf("%.0f %.1f %.1f %d\n", float64(len(all))/(*seconds), ms(0.5), ms(0.99), failed)
}
