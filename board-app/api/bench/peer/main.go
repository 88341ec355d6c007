// The near-limit reference: net/http, database/sql and go-sql-driver, prepared statements, keyset paging.
package main

import (
	"crypto/rand"
	"crypto/sha256"
	"database/sql"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"log"
	"math"
	"net/http"
	"os"
	"strconv"
	"strings"
	"sync/atomic"
	"time"
	"unicode/utf8"

	_ "github.com/go-sql-driver/mysql"
)

type message struct {
	ID         string         `json:"id"`
	Author     string         `json:"author"`
	Body       string         `json:"body"`
	CreatedAt  time.Time      `json:"createdAt"`
	ReplyCount int            `json:"replyCount"`
	Reactions  map[string]int `json:"reactions"`
	EditToken  string         `json:"editToken,omitempty"`
}

type page struct {
	Items []message `json:"items"`
	Next  *string   `json:"next"`
}

type cached struct {
	at  time.Time
	tag string
}

const columns = "id, author, body, created_at, reply_count, like_count"

func must[T any](value T, err error) T {
	if err != nil {
		log.Fatal(err)
	}
	return value
}

func scan(rows interface{ Scan(...any) error }) (message, int64, error) {
	var m message
	var id int64
	var likes int
	err := rows.Scan(&id, &m.Author, &m.Body, &m.CreatedAt, &m.ReplyCount, &likes)
	m.ID = strconv.FormatInt(id, 10)
	m.Reactions = map[string]int{}
	if likes > 0 {
		m.Reactions["like"] = likes
	}
	return m, id, err
}

func main() {
	db := must(sql.Open("mysql", "bench:bench@tcp(127.0.0.1:"+os.Getenv("DB_PORT")+")/bench?parseTime=true&interpolateParams=false"))
	pool := must(strconv.Atoi(os.Getenv("POOL")))
	db.SetMaxOpenConns(pool)
	db.SetMaxIdleConns(pool)
	list := must(db.Prepare("SELECT " + columns + " FROM message WHERE listed = 1 AND id < ? ORDER BY id DESC LIMIT ?"))
	read := must(db.Prepare("SELECT " + columns + " FROM message WHERE id = ? AND state = 0"))
	insert := must(db.Prepare("INSERT INTO message (author, body, created_at, changed_at, token_hash, client_hash, content_hash, idempotency_key) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"))
	var first atomic.Pointer[cached]

	http.HandleFunc("GET /api/v1/messages", func(w http.ResponseWriter, r *http.Request) {
		before := int64(math.MaxInt64)
		text := r.URL.Query().Get("before")
		if text != "" {
			before, _ = strconv.ParseInt(text, 10, 64)
		} else if known := first.Load(); known != nil && time.Since(known.at) < time.Second && r.Header.Get("If-None-Match") == known.tag {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		rows, err := list.Query(before, 21)
		if err != nil {
			http.Error(w, err.Error(), http.StatusServiceUnavailable)
			return
		}
		defer rows.Close()
		p := page{Items: make([]message, 0, 21)}
		for rows.Next() {
			m, _, err := scan(rows)
			if err != nil {
				http.Error(w, err.Error(), http.StatusInternalServerError)
				return
			}
			p.Items = append(p.Items, m)
		}
		if len(p.Items) == 21 {
			p.Items = p.Items[:20]
			p.Next = &p.Items[19].ID
		}
		body, _ := json.Marshal(p)
		hash := fnv.New64a()
		hash.Write(body)
		tag := `W/"` + hex.EncodeToString(hash.Sum(nil)) + `"`
		if text == "" {
			first.Store(&cached{time.Now(), tag})
		}
		w.Header().Set("ETag", tag)
		w.Header().Set("Content-Type", "application/json")
		w.Write(body)
	})
	http.HandleFunc("GET /api/v1/messages/{id}", func(w http.ResponseWriter, r *http.Request) {
		id, _ := strconv.ParseInt(r.PathValue("id"), 10, 64)
		m, _, err := scan(read.QueryRow(id))
		if err != nil {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		json.NewEncoder(w).Encode(m)
	})
	http.HandleFunc("POST /api/v1/messages", func(w http.ResponseWriter, r *http.Request) {
		var m message
		if json.NewDecoder(http.MaxBytesReader(w, r.Body, 65536)).Decode(&m) != nil {
			http.Error(w, "json", http.StatusBadRequest)
			return
		}
		m.Author = strings.TrimSpace(m.Author)
		if m.Author == "" || m.Body == "" || utf8.RuneCountInString(m.Author) > 64 || utf8.RuneCountInString(m.Body) > 4000 {
			http.Error(w, "length", http.StatusUnprocessableEntity)
			return
		}
		key := must(hex.DecodeString(strings.ReplaceAll(r.Header.Get("Idempotency-Key"), "-", "")))
		token := make([]byte, 32)
		rand.Read(token)
		m.EditToken = base64.RawURLEncoding.EncodeToString(token)
		tokenHash := sha256.Sum256([]byte(m.EditToken))
		client := sha256.Sum256([]byte(r.Header.Get("X-Forwarded-For")))
		content := sha256.Sum256([]byte(m.Author + "\x00" + m.Body))
		m.CreatedAt = time.Now().UTC().Truncate(time.Microsecond)
		done, err := insert.Exec(m.Author, m.Body, m.CreatedAt, m.CreatedAt, tokenHash[:], client[:16], content[:16], key)
		if err != nil {
			http.Error(w, err.Error(), http.StatusServiceUnavailable)
			return
		}
		id, _ := done.LastInsertId()
		m.ID, m.Reactions = strconv.FormatInt(id, 10), map[string]int{}
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(http.StatusCreated)
		json.NewEncoder(w).Encode(m)
	})
	fmt.Println("listening")
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), nil))
}
